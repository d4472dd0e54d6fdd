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
import io.plimsoll.engine.risk.AccountSelector;
import io.plimsoll.engine.risk.Amount;
import io.plimsoll.engine.risk.Anchor;
import io.plimsoll.engine.risk.Breach;
import io.plimsoll.engine.risk.Conduct;
import io.plimsoll.engine.risk.Consistency;
import io.plimsoll.engine.risk.ContractLimits;
import io.plimsoll.engine.risk.History;
import io.plimsoll.engine.risk.Imposed;
import io.plimsoll.engine.risk.Latch;
import io.plimsoll.engine.risk.Latches;
import io.plimsoll.engine.risk.Limits;
import io.plimsoll.engine.risk.LossLadder;
import io.plimsoll.engine.risk.MarginLadder;
import io.plimsoll.engine.risk.Marks;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.NewsWindow;
import io.plimsoll.engine.risk.Period;
import io.plimsoll.engine.risk.PeriodLimit;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.RiskState;
import io.plimsoll.engine.risk.SessionClock;
import io.plimsoll.engine.risk.TrailingDrawdown;
import io.plimsoll.engine.risk.TrailingDrawdown.Cap;
import io.plimsoll.engine.risk.TrailingDrawdown.Moves;
import io.plimsoll.engine.risk.TrailingFloor;
import io.plimsoll.engine.risk.Until;
import io.plimsoll.engine.risk.WithoutPrices;
import io.plimsoll.engine.session.Finding;
import io.plimsoll.engine.tradovate.entity.AdminAction;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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
            new Period(
                LocalDate.of(2026, 11, 20),
                Money.of("-0.000001"),
                Money.of("50000"),
                Money.of("49999")),
            new Period(LocalDate.of(2026, 11, 16), null, null, null),
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
                true,
                Money.of("-4000")));
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

  /** One of each kind of limit, amount, move and cap; in the order of their versions. */
  static List<Plan> plans() {
    var moves =
        List.of(
            new Moves.AtTick(),
            new Moves.AtClose(),
            new Moves.AtClock(LocalTime.of(12, 30)),
            new Moves.Never());
    var caps =
        List.of(
            new Cap.None(),
            new Cap.AtStart(Money.of(100)),
            new Cap.AtLevel(Money.of(50_100)),
            new Cap.FreezeAt(Money.of(115_000)));
    var plans = new ArrayList<Plan>();
    for (int n = 0; n < moves.size(); n++) {
      plans.add(plan("v" + n, moves.get(n), caps.get(n)));
    }
    return plans;
  }

  private static Plan plan(String version, Moves moves, Cap cap) {
    var percent = new Amount.Percent(new BigDecimal("4.25"), Amount.Base.START);
    var dollars = new Amount.Fixed(Money.of("1000.50"));
    var period =
        new PeriodLimit(
            dollars,
            List.of(new PeriodLimit.Step(Money.of(106_000), percent)),
            true,
            Breach.BELOW,
            true,
            Restriction.LIQUIDATE_ONLY,
            Until.WEEK_RESET);
    var limits =
        new Limits(
            new TrailingDrawdown(
                percent,
                TrailingDrawdown.Basis.BALANCE,
                moves,
                cap,
                Money.of(48_000),
                Breach.BELOW,
                Restriction.LIQUIDATE_AND_LOCK,
                Until.A_PERSON,
                false),
            Anchor.GREATER,
            Anchor.EQUITY,
            period,
            List.of(new LossLadder(percent, null, dollars)),
            period,
            period,
            period,
            new MarginLadder(new BigDecimal("70"), null, new BigDecimal("100.5")),
            Restriction.LIQUIDATE_ONLY,
            Restriction.NONE,
            new ContractLimits(
                new BigDecimal("5"),
                Map.of("ES", new BigDecimal("2")),
                Map.of("metals", new ContractLimits.Group(Set.of("GC", "SI"), BigDecimal.ONE)),
                Set.of("MES"),
                new BigDecimal("0.1"),
                List.of(new ContractLimits.Band(Money.of(51_601), new BigDecimal("5"))),
                ContractLimits.By.PROFIT,
                true,
                Restriction.NONE),
            new Consistency(new BigDecimal("40"), Consistency.Passes.BELOW, Restriction.NONE),
            LocalTime.of(15, 8),
            List.of(new NewsWindow("payrolls", NOW, NOW.plusSeconds(240), Set.of("NQ"))));
    return new Plan(
        "evaluation",
        new AccountSelector("EVAL*", Set.of(7L), 3L, 4L),
        Money.of(50_000),
        new SessionClock(
            ZoneId.of("Europe/Berlin"),
            LocalTime.of(17, 0),
            LocalTime.of(15, 10),
            DayOfWeek.MONDAY,
            Set.of(LocalDate.of(2026, 12, 25))),
        limits,
        List.of(new BigDecimal("50"), new BigDecimal("90")),
        new Conduct(WithoutPrices.SNAPSHOT, 3, new BigDecimal("2"), true, Duration.ofSeconds(20)),
        LocalDate.of(2026, 1, 5),
        Set.of(),
        version);
  }
}
