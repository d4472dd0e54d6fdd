package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.fact.Restriction;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** The trailing drawdown: test against the floor, move it when the plan says, test again. */
final class TrailingLimit {
  static final String LIMIT = "trailing-drawdown";

  /** A close this long past was not seen live; the start-of-day cash tells its balance. */
  private static final Duration MISSED = Duration.ofMinutes(1);

  private TrailingLimit() {}

  static RiskState judge(RiskState state, Plan plan, Reading reading, Instant now) {
    var drawdown = plan.trailingDrawdown();
    var start = state.start();
    if (drawdown == null) {
      return unlimited(state);
    }
    var before =
        state.trailing() != null || start == null
            ? state.trailing()
            : seed(drawdown, start, reading, now);
    if (start == null || before == null || !before.amount().isPositive()) {
      return state;
    }
    var latches = state.latches();
    var floor = proven(before, drawdown, start, reading, now);
    if (before.seeded() && !floor.seeded()) {
      latches = latches.withdrawn(LIMIT);
    }
    latches = test(latches, drawdown, floor, reading.equity(), now);
    floor = moved(floor, drawdown, start, plan.session(), reading, now);
    latches = test(latches, drawdown, floor, reading.equity(), now);
    return standing(state, plan, floor, latches, reading.equity());
  }

  /** The plan has no trail any more: its warnings end, what it latched does not. */
  private static RiskState unlimited(RiskState state) {
    var level = state.latches().isOpen(LIMIT) ? Level.REACHED : Level.NONE;
    return state.withTrailing(state.trailing(), state.latches(), level, "");
  }

  /**
   * Where the peak starts when the store knows none; null while there is nothing to start from. The
   * broker's intraday maximum fits only a trail on equity at each tick; any other is a lower bound.
   */
  private static @Nullable TrailingFloor seed(
      TrailingDrawdown drawdown, Money start, Reading reading, Instant now) {
    if (drawdown.moves() instanceof TrailingDrawdown.Moves.Never) {
      return TrailingFloor.from(start, drawdown, start, false, now);
    }
    if (basis(drawdown, reading) == null) {
      return null;
    }
    if (isEquityAtTick(drawdown) && reading.maxNetLiq() != null) {
      return TrailingFloor.from(start.max(reading.maxNetLiq()), drawdown, start, false, now);
    }
    var known = reading.startOfDay() == null ? start : start.max(reading.startOfDay());
    return TrailingFloor.from(known, drawdown, start, true, now);
  }

  /** The broker's maximum may come after the first numbers; only then is the peak certain. */
  private static TrailingFloor proven(
      TrailingFloor floor, TrailingDrawdown drawdown, Money start, Reading reading, Instant now) {
    var maximum = reading.maxNetLiq();
    return floor.seeded() && isEquityAtTick(drawdown) && maximum != null && reading.equity() != null
        ? floor.proven(maximum, drawdown, start, now)
        : floor;
  }

  private static boolean isEquityAtTick(TrailingDrawdown drawdown) {
    return drawdown.basis() == TrailingDrawdown.Basis.EQUITY
        && drawdown.moves() instanceof TrailingDrawdown.Moves.AtTick;
  }

  private static Latches test(
      Latches latches,
      TrailingDrawdown drawdown,
      TrailingFloor floor,
      @Nullable Money equity,
      Instant now) {
    var asks = floor.seeded() ? Restriction.NONE : drawdown.consequence();
    var terms = new Latches.Terms(LIMIT, drawdown.until(), asks);
    var breached = equity == null ? null : drawdown.breach().isReached(equity, floor.floor());
    return latches.judge(terms, breached, now);
  }

  private static TrailingFloor moved(
      TrailingFloor floor,
      TrailingDrawdown drawdown,
      Money start,
      SessionClock session,
      Reading reading,
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
          atClock(floor, drawdown, start, session, session.closes(), reading, now);
      case TrailingDrawdown.Moves.AtClock(var time) ->
          atClock(floor, drawdown, start, session, time, reading, now);
    };
  }

  private static TrailingFloor atClock(
      TrailingFloor floor,
      TrailingDrawdown drawdown,
      Money start,
      SessionClock session,
      LocalTime time,
      Reading reading,
      Instant now) {
    var close = session.lastAt(time, now);
    if (!close.isAfter(floor.moved())) {
      return floor;
    }
    boolean missed = Duration.between(close, now).compareTo(MISSED) > 0;
    var basis = missed ? cashAt(close, reading) : basis(drawdown, reading);
    return basis == null ? floor : floor.moveTo(basis, drawdown, start, now);
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
    var closed = SessionClock.CME.sessionDate(close.minusNanos(1));
    var date = reading.tradeDate();
    return date != null && date.isAfter(closed) ? reading.startOfDay() : null;
  }

  private static @Nullable Money basis(TrailingDrawdown drawdown, Reading reading) {
    return switch (drawdown.basis()) {
      case EQUITY -> reading.equity();
      case BALANCE -> reading.balance();
    };
  }

  private static RiskState standing(
      RiskState state, Plan plan, TrailingFloor floor, Latches latches, @Nullable Money equity) {
    if (latches.isOpen(LIMIT)) {
      return state.withTrailing(floor, latches, Level.REACHED, "");
    }
    if (equity == null) {
      return state.withTrailing(floor, latches, state.trailingLevel(), state.trailingBand());
    }
    var band = band(plan, usedUp(floor, equity));
    return state.withTrailing(floor, latches, band.isEmpty() ? Level.CLEAR : Level.NEAR, band);
  }

  /** Percent of the amount that is used up; negative above the peak. */
  static BigDecimal usedUp(TrailingFloor floor, Money equity) {
    return floor.amount().minus(floor.room(equity)).percentOf(floor.amount());
  }

  private static String band(Plan plan, BigDecimal usedUp) {
    var band = "";
    for (var warning : plan.warnAt()) {
      if (usedUp.compareTo(warning) >= 0) {
        band = warning.stripTrailingZeros().toPlainString() + "%";
      }
    }
    return band;
  }
}
