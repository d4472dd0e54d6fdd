package io.plimsoll.engine.risk;

import java.time.Instant;

/**
 * Where the trailing floor of an account stands.
 *
 * @param peak the highest value of the basis at the moments it may move
 * @param floor never falls within a period
 * @param amount the drawdown allowed, in dollars, at the present peak
 * @param seeded the peak is a lower bound, since history is missing; a breach then is told, not
 *     acted on
 * @param moved when the peak last had its chance to move
 */
public record TrailingFloor(Money peak, Money floor, Money amount, boolean seeded, Instant moved) {

  static TrailingFloor from(
      Money peak, TrailingDrawdown drawdown, Money start, boolean seeded, Instant now) {
    var amount = amount(drawdown, start, peak);
    return new TrailingFloor(peak, floor(drawdown, start, peak, amount), amount, seeded, now);
  }

  /** Follows the basis up and never down; stops at the cap. */
  TrailingFloor moveTo(Money basis, TrailingDrawdown drawdown, Money start, Instant now) {
    var higher = peak.max(basis);
    var allowed = amount(drawdown, start, higher);
    var line = floor(drawdown, start, higher, allowed);
    return new TrailingFloor(higher, floor.max(line), allowed, seeded, now);
  }

  /** The broker knows the peak: what was only a lower bound is certain from now on. */
  TrailingFloor proven(Money maximum, TrailingDrawdown drawdown, Money start, Instant now) {
    var moved = moveTo(maximum, drawdown, start, now);
    return new TrailingFloor(moved.peak, moved.floor, moved.amount, false, now);
  }

  /** Negative below the floor. */
  public Money room(Money equity) {
    return equity.minus(floor);
  }

  private static Money amount(TrailingDrawdown drawdown, Money start, Money peak) {
    return switch (drawdown.amount()) {
      case Amount.Fixed(var money) -> money;
      case Amount.Percent(var percent, var of) ->
          switch (of) {
            case START -> start.percent(percent);
            case PEAK -> lastThatCounts(drawdown, peak).percent(percent);
            case ANCHOR ->
                throw new IllegalArgumentException(
                    "A trailing drawdown cannot be a percentage of the day anchor. Use start or peak.");
          };
    };
  }

  /** A floor that is frozen at a milestone takes no notice of what the peak does beyond it. */
  private static Money lastThatCounts(TrailingDrawdown drawdown, Money peak) {
    return drawdown.cap() instanceof TrailingDrawdown.Cap.FreezeAt(var milestone)
        ? peak.min(milestone)
        : peak;
  }

  private static Money floor(TrailingDrawdown drawdown, Money start, Money peak, Money amount) {
    var line = peak.minus(amount);
    return switch (drawdown.cap()) {
      case TrailingDrawdown.Cap.None() -> line;
      case TrailingDrawdown.Cap.AtStart(var offset) -> line.min(start.plus(offset));
      case TrailingDrawdown.Cap.AtLevel(var level) -> line.min(level);
      case TrailingDrawdown.Cap.FreezeAt(var milestone) -> line.min(milestone.minus(amount));
    };
  }
}
