package io.plimsoll.engine.store;

import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.action.ActionKind;
import io.plimsoll.engine.action.Custody;
import io.plimsoll.engine.alert.Episode;
import io.plimsoll.engine.alert.Notification;
import io.plimsoll.engine.alert.Stage;
import io.plimsoll.engine.fact.ActionProof;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.fact.Scope;
import io.plimsoll.engine.risk.History;
import io.plimsoll.engine.risk.Imposed;
import io.plimsoll.engine.risk.Latch;
import io.plimsoll.engine.risk.Latches;
import io.plimsoll.engine.risk.Marks;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.Period;
import io.plimsoll.engine.risk.RiskState;
import io.plimsoll.engine.risk.TrailingFloor;
import io.plimsoll.engine.risk.Until;
import io.plimsoll.engine.session.Finding;
import io.plimsoll.engine.tradovate.entity.AdminAction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Records to be remembered, with something in every field. */
final class Sample {
  static final Instant NOW = Instant.parse("2026-11-20T15:00:00.123456789Z");

  private Sample() {}

  static Action action(int attempt) {
    return Action.decided(
        7001, "trailing", 3, ActionKind.LIQUIDATE, attempt, "below its floor", NOW, NOW);
  }

  static AccountRecord account(long id) {
    var latches =
        new Latches(
            new TreeMap<>(
                Map.of(
                    "trailing",
                    new Latch(
                        "trailing",
                        3,
                        NOW,
                        Until.A_PERSON,
                        Restriction.NONE,
                        Restriction.LIQUIDATE_AND_LOCK,
                        true))),
            new TreeSet<>(Set.of("day-loss")),
            3);
    var risk =
        new RiskState(
            Money.of("50000"),
            new Period(LocalDate.of(2026, 11, 20), Money.of("-0.000001"), Money.of("50000")),
            new Period(LocalDate.of(2026, 11, 16), null, null),
            new TrailingFloor(
                Money.of("51141.16"),
                Money.of("48641.160001"),
                Money.of(2500),
                true,
                Money.of("49000"),
                NOW),
            new Marks(
                latches,
                new TreeSet<>(Set.of("trailing-drawdown.near/90%")),
                new TreeMap<>(Map.of("daily-loss", 2))),
            new History(
                new TreeMap<>(Map.of(LocalDate.of(2026, 11, 19), Money.of("-12.5"))),
                Money.of("50500"),
                Money.of("50400"),
                LocalDate.of(2026, 11, 20),
                new Imposed(
                    new TreeMap<>(Map.of("dailyLossAlert", new BigDecimal("500"))),
                    true,
                    NOW,
                    new TreeSet<>(Set.of("doNotUnlock"))),
                Money.of("50000"),
                Money.of("50001"),
                Money.of("51141.16"),
                LocalDate.of(2026, 11, 20),
                Money.of("51000"),
                new BigDecimal("3.5"),
                NOW,
                NOW,
                true));
    var custody =
        new Custody(
            Restriction.LIQUIDATE_AND_LOCK,
            true,
            AdminAction.LiquidateImmediately,
            new Custody.Ours(AdminAction.LiquidateImmediately, NOW, NOW, "trailing", 3),
            new Custody.Stuck(ActionProof.DEAD, "the broker \"refuses\": ü€"),
            new TreeMap<>(Map.of("7001/trailing/3/liquidate", 2)));
    return new AccountRecord(id, "rig", "1", new Assignment("rig", "2", true), risk, custody);
  }

  static Episode episode(String rule) {
    return new Episode(
        new Finding.Identity(rule, new Scope.OfAccount(7001), "75%"),
        NOW,
        Stage.ACT,
        Restriction.LIQUIDATE_AND_LOCK,
        Set.of("desk"),
        "abc",
        null);
  }

  static Letter letter(String key) {
    var notification =
        new Notification(
            key,
            "desk",
            Notification.Status.FIRING,
            new TreeMap<>(Map.of("alertname", "trailing-drawdown.reached")),
            new TreeMap<>(Map.of("value", "47999.99")),
            "0123456789abcdef",
            NOW,
            null);
    return new Letter(notification, Letter.State.PENDING, 0, NOW, NOW.plusSeconds(60), null);
  }
}
