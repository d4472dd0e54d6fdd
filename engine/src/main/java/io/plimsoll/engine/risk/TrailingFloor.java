package io.plimsoll.engine.risk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the trailing floor of an account stands.
 *
 * @param peak the highest value of the basis at the moments it may move
 * @param floor never falls within a period
 * @param amount the drawdown allowed, in dollars, at the present peak
 * @param seeded the peak is a lower bound, since history is missing; a breach then is told, not
 *     acted on
 * @param highest while seeded, the highest that the floor may really be; null when that is unknown
 * @param moved when the peak last had its chance to move
 */
public record TrailingFloor(
    Money peak, Money floor, Money amount, boolean seeded, @Nullable Money highest, Instant moved) {

  static TrailingFloor from(
      Money peak, TrailingDrawdown drawdown, Money start, boolean seeded, Instant now) {
    var amount = amount(drawdown, start, peak);
    return new TrailingFloor(peak, floor(drawdown, start, peak, amount), amount, seeded, null, now);
  }

  /** The peak is a lower bound, and it was at most this. */
  TrailingFloor atMost(Money maximum, TrailingDrawdown drawdown, Money start) {
    var highestPeak = peak.max(maximum);
    var line = floor(drawdown, start, highestPeak, amount(drawdown, start, highestPeak));
    return new TrailingFloor(peak, floor, amount, seeded, line.max(floor), moved);
  }

  /** Follows the basis up and never down; stops at the cap. */
  TrailingFloor moveTo(Money basis, TrailingDrawdown drawdown, Money start, Instant now) {
    var higher = peak.max(basis);
    var allowed = amount(drawdown, start, higher);
    var line = floor(drawdown, start, higher, allowed).max(floor);
    return new TrailingFloor(
        higher, line, allowed, seeded, highest == null ? null : highest.max(line), now);
  }

  /** Of the same peak by another drawdown, but no lower. */
  TrailingFloor under(TrailingDrawdown drawdown, Money start) {
    return moveTo(peak, drawdown, start, moved);
  }

  /** The broker knows the peak: what was only a lower bound is certain from now on. */
  TrailingFloor proven(Money maximum, TrailingDrawdown drawdown, Money start, Instant now) {
    return moveTo(maximum, drawdown, start, now).certain();
  }

  /** As if its chances to move up to now had not moved it. */
  TrailingFloor passed(Instant now) {
    return new TrailingFloor(peak, floor, amount, seeded, highest, now);
  }

  private TrailingFloor certain() {
    return new TrailingFloor(peak, floor, amount, false, null, moved);
  }

  /** A deposit or payout moves the peak with it: a new period of the floor, which may be lower. */
  TrailingFloor shifted(Money flow, TrailingDrawdown drawdown, Money start) {
    var shiftedPeak = peak.plus(flow);
    var allowed = amount(drawdown, start, shiftedPeak);
    var line = floor(drawdown, start, shiftedPeak, allowed);
    boolean frozen =
        drawdown.cap() instanceof TrailingDrawdown.Cap.FreezeAt(var milestone)
            && milestone.isAtMost(peak);
    return new TrailingFloor(
        shiftedPeak,
        frozen ? floor : line,
        frozen ? amount : allowed,
        seeded,
        highest == null ? null : highest.plus(flow),
        moved);
  }

  /** Held to the broker's own floor, which is stricter. */
  TrailingFloor notBelow(Money line) {
    return line.isAtMost(floor)
        ? this
        : new TrailingFloor(peak, line, amount, seeded, highest, moved);
  }

  /** Negative below the floor. */
  public Money room(Money equity) {
    return equity.minus(floor);
  }

  static Money amount(TrailingDrawdown drawdown, Money start, Money peak) {
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

  static Money floor(TrailingDrawdown drawdown, Money start, Money peak, Money amount) {
    if (drawdown.fixed() != null) {
      return drawdown.fixed();
    }
    var line = peak.minus(amount);
    return switch (drawdown.cap()) {
      case TrailingDrawdown.Cap.None() -> line;
      case TrailingDrawdown.Cap.AtStart(var offset) -> line.min(start.plus(offset));
      case TrailingDrawdown.Cap.AtLevel(var level) -> line.min(level);
      case TrailingDrawdown.Cap.FreezeAt(var milestone) -> line.min(milestone.minus(amount));
    };
  }
}
