package io.plimsoll.engine.shard;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.AccountSelector;
import io.plimsoll.engine.risk.Amount;
import io.plimsoll.engine.risk.Anchor;
import io.plimsoll.engine.risk.Breach;
import io.plimsoll.engine.risk.Conduct;
import io.plimsoll.engine.risk.Limits;
import io.plimsoll.engine.risk.LossLadder;
import io.plimsoll.engine.risk.MarginLadder;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.SessionClock;
import io.plimsoll.engine.risk.TrailingDrawdown;
import io.plimsoll.engine.risk.Until;
import io.plimsoll.engine.risk.WithoutPrices;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The plan of the rig. */
final class RigPlan {
  private RigPlan() {}

  /** Two thousand below the highest equity; two percent of loss; the broker's own level. */
  static Plan plan(WithoutPrices withoutPrices) {
    var limits =
        new Limits(
            new TrailingDrawdown(
                new Amount.Fixed(Money.of(2000)),
                TrailingDrawdown.Basis.EQUITY,
                new TrailingDrawdown.Moves.AtTick(),
                new TrailingDrawdown.Cap.None(),
                Breach.AT_OR_BELOW,
                Restriction.LIQUIDATE_AND_LOCK,
                Until.A_PERSON),
            Anchor.BALANCE,
            Anchor.BALANCE,
            null,
            List.of(new LossLadder(percent("2"), percent("3"), null)),
            null,
            null,
            null,
            new MarginLadder(new BigDecimal(90), null, null),
            Restriction.LIQUIDATE_ONLY,
            Restriction.NONE,
            null,
            null,
            null,
            List.of());
    return new Plan(
        "rig",
        new AccountSelector("*", Set.of(), null, null),
        null,
        SessionClock.CME,
        limits,
        List.of(new BigDecimal(50), new BigDecimal(75), new BigDecimal(90)),
        new Conduct(withoutPrices, 1, null, false, Duration.ofSeconds(10)),
        null,
        Set.of(),
        "1");
  }

  private static Amount percent(String percent) {
    return new Amount.Percent(new BigDecimal(percent), Amount.Base.ANCHOR);
  }
}
