package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Restriction;
import java.math.BigDecimal;
import java.util.List;

/** Sizes of limits for a test. */
final class Limited {
  private Limited() {}

  static Amount dollars(String amount) {
    return new Amount.Fixed(Money.of(amount));
  }

  static Amount percent(String percent, Amount.Base of) {
    return new Amount.Percent(new BigDecimal(percent), of);
  }

  /** At or below, liquidate and lock, until the next reset. */
  static PeriodLimit to(String dollars) {
    return to(dollars(dollars));
  }

  static PeriodLimit to(Amount amount) {
    return new PeriodLimit(
        amount, Breach.AT_OR_BELOW, Restriction.LIQUIDATE_AND_LOCK, Until.NEXT_RESET);
  }

  /** As {@link #to(String)}, and another amount from a balance on. */
  static PeriodLimit stepped(String dollars, String from, String amount, boolean atOnce) {
    var steps = List.of(new PeriodLimit.Step(Money.of(from), dollars(amount)));
    return Altered.with(Altered.with(to(dollars), "steps", steps), "stepsAtOnce", atOnce);
  }

  static Holding holding(String product, int netPos) {
    return new Holding(product + "Z6", product, netPos, true);
  }
}
