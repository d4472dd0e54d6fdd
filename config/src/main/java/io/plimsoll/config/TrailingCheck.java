package io.plimsoll.config;

import io.plimsoll.engine.risk.Amount;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.TrailingDrawdown.Cap;
import io.plimsoll.engine.risk.TrailingDrawdown.Moves;
import java.util.Optional;

/** Parts of a {@code trailing-drawdown} that can each be read and do not go together. */
final class TrailingCheck {
  private TrailingCheck() {}

  static void amount(Value value, Amount amount, Moves moves, Optional<Money> start) {
    AmountReader.check(value, amount, start);
    AmountReader.checkBelowStart(value, amount, start);
    if (!(amount instanceof Amount.Percent(var _, var of)) || of != Amount.Base.PEAK) {
      return;
    }
    if (moves instanceof Moves.Never) {
      value.problem("%s follows the peak, and moves is never. Use start.".formatted(value.name()));
    }
    if (start.isPresent() && start.get().isZero()) {
      value.problem(
          "%s is a percentage of a peak that begins at 0, as start says. Write dollars."
              .formatted(value.name()));
    }
  }

  static void cap(
      Value value, Cap cap, Moves moves, Optional<Amount> amount, Optional<Money> start) {
    if (moves instanceof Moves.Never && !(cap instanceof Cap.None)) {
      value.problem("a floor that never moves needs no cap. Remove the cap, or moves: never.");
    }
    if (cap instanceof Cap.FreezeAt(var milestone)
        && start.isPresent()
        && milestone.isAtMost(start.get())) {
      value.problem(
          "the milestone (%s) must be above start (%s).".formatted(milestone, start.get()));
    }
    var first = first(amount, start);
    if (cap instanceof Cap.AtLevel(var level) && first.isPresent() && level.isBelow(first.get())) {
      value.problem(
          "%s (%s) lies below where the floor begins (%s). Write a level that it rises to."
              .formatted(value.name(), level, first.get()));
    }
  }

  static void floor(
      Value value, Money floor, Moves moves, Optional<Amount> amount, Optional<Money> start) {
    if (!(moves instanceof Moves.Never)) {
      value.problem(
          "%s stays where it is. Write moves: never with it, or an amount in its place."
              .formatted(value.name()));
    }
    if (start.isPresent() && !floor.isBelow(start.get())) {
      value.problem(
          "%s (%s) must be below start (%s).".formatted(value.name(), floor, start.get()));
    } else if (start.isEmpty() && amount.isEmpty()) {
      value.problem(
          "%s needs start: warnings tell how much of the way down is used up. Write start."
              .formatted(value.name()));
    }
    var first = first(amount, start);
    if (first.isPresent() && !first.get().equals(floor)) {
      value.problem(
          "%s (%s) is not start less amount (%s). Write one of them alone."
              .formatted(value.name(), floor, first.get()));
    }
  }

  /** Where the floor of a new account lies. */
  private static Optional<Money> first(Optional<Amount> amount, Optional<Money> start) {
    return start.flatMap(
        from -> amount.flatMap(a -> AmountReader.atStart(a, start)).map(from::minus));
  }
}
