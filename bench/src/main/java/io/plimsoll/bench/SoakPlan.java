package io.plimsoll.bench;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.AccountSelector;
import io.plimsoll.engine.risk.Amount;
import io.plimsoll.engine.risk.Anchor;
import io.plimsoll.engine.risk.Breach;
import io.plimsoll.engine.risk.Conduct;
import io.plimsoll.engine.risk.Consistency;
import io.plimsoll.engine.risk.ContractLimits;
import io.plimsoll.engine.risk.Limits;
import io.plimsoll.engine.risk.LossLadder;
import io.plimsoll.engine.risk.MarginLadder;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.PeriodLimit;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.SessionClock;
import io.plimsoll.engine.risk.TrailingDrawdown;
import io.plimsoll.engine.risk.Until;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every limit there is, for every account; but those of the clock, which would close everything.
 */
final class SoakPlan {
  static final Plan OF_ALL =
      new Plan(
          "soak",
          new AccountSelector("*", Set.of(), null, null),
          null,
          SessionClock.CME,
          limits(),
          List.of(new BigDecimal(50), new BigDecimal(75), new BigDecimal(90)),
          Conduct.USUAL,
          null,
          Set.of(),
          "1");

  private SoakPlan() {}

  private static Limits limits() {
    return new Limits(
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
        period("4", Until.NEXT_RESET),
        List.of(new LossLadder(percent("2"), percent("3"), null)),
        period("8", Until.WEEK_RESET),
        period("50", Until.NEXT_RESET),
        period("90", Until.WEEK_RESET),
        new MarginLadder(new BigDecimal(90), null, null),
        Restriction.LIQUIDATE_ONLY,
        Restriction.NONE,
        contracts(),
        new Consistency(new BigDecimal(40), Consistency.Passes.AT_OR_BELOW, Restriction.NONE),
        null,
        List.of());
  }

  private static ContractLimits contracts() {
    return new ContractLimits(
        new BigDecimal(1000),
        Map.of("ES", new BigDecimal(1000)),
        Map.of(),
        ContractLimits.MICROS,
        new BigDecimal("0.1"),
        List.of(),
        ContractLimits.By.EQUITY,
        false,
        Restriction.NONE);
  }

  private static PeriodLimit period(String percent, Until until) {
    return new PeriodLimit(
        percent(percent), Breach.AT_OR_BELOW, Restriction.LIQUIDATE_AND_LOCK, until);
  }

  private static Amount percent(String percent) {
    return new Amount.Percent(new BigDecimal(percent), Amount.Base.ANCHOR);
  }
}
