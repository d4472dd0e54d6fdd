package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Restriction;
import java.util.List;

/**
 * One limit of the loss or the profit of a day or a week.
 *
 * @param amount dollars, or a percentage of the anchor or the start
 * @param steps other amounts once the balance has reached a level, lowest level first
 * @param stepsAtOnce whether a step counts when it is reached; else from the next reset on
 * @param breach for a profit read as at-or-above and above
 * @param realized whether open profit and loss is left out
 */
public record PeriodLimit(
    Amount amount,
    List<Step> steps,
    boolean stepsAtOnce,
    Breach breach,
    boolean realized,
    Restriction consequence,
    Until until) {

  /** From this balance on, another amount. */
  public record Step(Money from, Amount amount) {}

  public PeriodLimit {
    steps = List.copyOf(steps);
  }

  public PeriodLimit(Amount amount, Breach breach, Restriction consequence, Until until) {
    this(amount, List.of(), false, breach, false, consequence, until);
  }

  /** Whether the amount, or some step, is a percentage of this. */
  boolean isOf(Amount.Base base) {
    return Amount.isOf(amount, base)
        || steps.stream().anyMatch(step -> Amount.isOf(step.amount(), base));
  }

  /** The amount that holds at this balance. */
  Amount at(Money balance) {
    var holds = amount;
    for (var step : steps) {
      if (step.from().isAtMost(balance)) {
        holds = step.amount();
      }
    }
    return holds;
  }
}
