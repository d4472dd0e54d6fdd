package io.plimsoll.engine.risk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a trailing floor begins and moves. */
final class Trail {
  /** A close this long past was not seen live; the start-of-day cash tells its balance. */
  private static final Duration MISSED = Duration.ofMinutes(1);

  private Trail() {}

  /**
   * Where the peak starts when the store knows none; null while there is nothing to start from. The
   * broker's intraday maximum fits only a trail on equity at each tick; of any other it is the most
   * that the peak can be.
   */
  static @Nullable TrailingFloor seed(
      TrailingDrawdown drawdown, Money start, Reading reading, Instant now) {
    if (drawdown.moves() instanceof TrailingDrawdown.Moves.Never) {
      return TrailingFloor.from(start, drawdown, start, false, now);
    }
    if (basis(drawdown, reading) == null) {
      return null;
    }
    var maximum = reading.maxNetLiq();
    if (isEquityAtTick(drawdown) && maximum != null) {
      return TrailingFloor.from(start.max(maximum), drawdown, start, false, now);
    }
    var began = reading.startOfDay();
    var known = began == null ? start : start.max(began);
    var floor = TrailingFloor.from(known, drawdown, start, true, now);
    return maximum == null ? floor : floor.atMost(maximum, drawdown, start);
  }

  /**
   * The floor of an account that another drawdown holds from now on; no lower than it was. A peak
   * of another kind is no peak of this one, which begins as if seen first.
   */
  static TrailingFloor under(
      TrailingFloor floor,
      @Nullable TrailingDrawdown old,
      TrailingDrawdown drawdown,
      Money start,
      Reading reading,
      Instant now) {
    boolean alike =
        old != null && old.basis() == drawdown.basis() && old.moves().equals(drawdown.moves());
    var anew = alike ? null : seed(drawdown, start, reading, now);
    return anew == null ? floor.under(drawdown, start) : anew.notBelow(floor.floor());
  }

  static boolean isEquityAtTick(TrailingDrawdown drawdown) {
    return drawdown.basis() == TrailingDrawdown.Basis.EQUITY
        && drawdown.moves() instanceof TrailingDrawdown.Moves.AtTick;
  }

  /** The floor after it had its chance to move. */
  static TrailingFloor moved(
      TrailingFloor floor,
      TrailingDrawdown drawdown,
      Money start,
      SessionClock session,
      Reading reading,
      Reading last,
      Instant now) {
    return switch (drawdown.moves()) {
      case TrailingDrawdown.Moves.Never() -> floor;
      case TrailingDrawdown.Moves.AtTick() -> {
        var basis = highest(drawdown, reading);
        yield basis == null || basis.isAtMost(floor.peak())
            ? floor
            : floor.moveTo(basis, drawdown, start, now);
      }
      case TrailingDrawdown.Moves.AtClose() ->
          atClock(floor, drawdown, start, session, session.closes(), reading, last, now);
      case TrailingDrawdown.Moves.AtClock(var time) ->
          atClock(floor, drawdown, start, session, time, reading, last, now);
    };
  }

  private static TrailingFloor atClock(
      TrailingFloor floor,
      TrailingDrawdown drawdown,
      Money start,
      SessionClock session,
      LocalTime time,
      Reading reading,
      Reading last,
      Instant now) {
    var close = session.lastAt(time, now);
    if (!close.isAfter(floor.moved())) {
      return floor;
    }
    boolean missed = Duration.between(close, now).compareTo(MISSED) > 0;
    // The last price counts, whatever its age.
    var basis = missed ? cashAt(close, reading) : basis(drawdown, reading.orElse(last));
    return basis == null ? floor : floor.moveTo(basis, drawdown, start, now);
  }

  /** The peak of past closes, oldest first; null where there are none. */
  static @Nullable Money highest(TrailingDrawdown drawdown, List<PastCash> past) {
    Money peak = null;
    for (var one : past) {
      peak =
          switch (one) {
            case PastCash.Close(var balance) -> peak == null ? balance : peak.max(balance);
            case PastCash.Flow(var amount) ->
                peak == null || !drawdown.flowsShift() ? peak : shifted(drawdown, peak, amount);
          };
    }
    return peak;
  }

  /** A milestone that was reached stays so. */
  private static Money shifted(TrailingDrawdown drawdown, Money peak, Money flow) {
    var moved = peak.plus(flow);
    return drawdown.cap() instanceof TrailingDrawdown.Cap.FreezeAt(var milestone)
            && milestone.isAtMost(peak)
        ? moved.max(milestone)
        : moved;
  }

  /** Whether closes went by of which nothing tells the balance: only the last one is known. */
  static boolean hasMissed(
      TrailingFloor before, TrailingDrawdown drawdown, SessionClock session, Instant now) {
    var time =
        switch (drawdown.moves()) {
          case TrailingDrawdown.Moves.AtClose() -> session.closes();
          case TrailingDrawdown.Moves.AtClock(var clock) -> clock;
          case TrailingDrawdown.Moves.AtTick(), TrailingDrawdown.Moves.Never() -> null;
        };
    return time != null
        && session.lastAt(time, session.lastAt(time, now).minusNanos(1)).isAfter(before.moved());
  }

  /**
   * At each tick the broker's own intraday maximum counts too: it saw what we missed while we were
   * away, and the stricter floor holds.
   */
  private static @Nullable Money highest(TrailingDrawdown drawdown, Reading reading) {
    var basis = basis(drawdown, reading);
    var seen = reading.maxNetLiq();
    if (drawdown.basis() != TrailingDrawdown.Basis.EQUITY || seen == null) {
      return basis;
    }
    return basis == null ? seen : basis.max(seen);
  }

  /** What the account began the next trade date with; unknown until the broker has begun one. */
  private static @Nullable Money cashAt(Instant close, Reading reading) {
    LocalDate closed = SessionClock.CME.sessionDate(close.minusNanos(1));
    var date = reading.tradeDate();
    return date != null && date.isAfter(closed) ? reading.startOfDay() : null;
  }

  private static @Nullable Money basis(TrailingDrawdown drawdown, Reading reading) {
    return switch (drawdown.basis()) {
      case EQUITY -> reading.equity();
      case BALANCE -> reading.balance();
    };
  }
}
