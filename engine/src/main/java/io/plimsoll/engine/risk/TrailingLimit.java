package io.plimsoll.engine.risk;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The trailing drawdown: test against the floor, move it when the plan says, test again. */
final class TrailingLimit {
  static final String LIMIT = "trailing-drawdown";
  static final String NEAR = "trailing-drawdown.near/";
  static final String UNCERTAIN = "trailing-drawdown.uncertain";
  static final String MISSED_CLOSE = "missed-close";
  static final String DRIFT = "floor-drift";

  private TrailingLimit() {}

  static RiskState judge(RiskState state, Standard by, Reading reading, Reading last) {
    var plan = by.plan();
    var drawdown = plan.trailing();
    var start = state.start();
    if (drawdown == null) {
      // The plan has no trail any more: its warnings end, what it latched does not.
      return state.with(state.marks().signs(NEAR, Set.of()).sign(UNCERTAIN, false));
    }
    var before =
        state.trailing() != null || start == null
            ? state.trailing()
            : Trail.seed(drawdown, start, reading, by.now());
    if (start == null || before == null || !before.amount().isPositive()) {
      return state;
    }
    var marks = state.marks();
    var floor = proven(before, drawdown, start, reading, by);
    if (before.seeded() && !floor.seeded()) {
      marks = marks.with(marks.latches().withdrawn(LIMIT));
    }
    var moved = Trail.moved(floor, drawdown, start, plan.session(), reading, last, by.now());
    if (moved.moved().isAfter(floor.moved())) {
      marks = marks.sign(MISSED_CLOSE, Trail.hasMissed(floor, drawdown, plan.session(), by.now()));
    }
    var held = held(moved, drawdown, reading);
    marks = test(marks, drawdown, floor, held, reading.equity(), by);
    marks = marks.sign(DRIFT, drifts(moved, drawdown, start, reading));
    return state.withTrailing(held).with(near(marks, plan, drawdown, held, reading.equity()));
  }

  /** The broker's maximum may come after the first numbers; only then is the peak certain. */
  private static TrailingFloor proven(
      TrailingFloor floor, TrailingDrawdown drawdown, Money start, Reading reading, Standard by) {
    var maximum = reading.maxNetLiq();
    return floor.seeded()
            && Trail.isEquityAtTick(drawdown)
            && maximum != null
            && reading.equity() != null
        ? floor.proven(maximum, drawdown, start, by.now())
        : floor;
  }

  /** Against the floor as it was, and as it is now that it may have moved; one evaluation. */
  private static Marks test(
      Marks marks,
      TrailingDrawdown drawdown,
      TrailingFloor before,
      TrailingFloor floor,
      @Nullable Money equity,
      Standard by) {
    var terms = by.terms(LIMIT, drawdown.until(), drawdown.consequence(), floor.seeded());
    var line = before.floor().max(floor.floor());
    return marks.judge(terms, isBreached(drawdown, equity, line), by.moment());
  }

  private static @Nullable Boolean isBreached(
      TrailingDrawdown drawdown, @Nullable Money equity, Money line) {
    return equity == null ? null : (Boolean) drawdown.breach().isReached(equity, line);
  }

  /** For the broker's own kind of trail the stricter of both floors holds. */
  private static TrailingFloor held(
      TrailingFloor floor, TrailingDrawdown drawdown, Reading reading) {
    var brokers = AtBroker.floor(reading, null);
    return brokers != null && Trail.isEquityAtTick(drawdown) ? floor.notBelow(brokers) : floor;
  }

  /** Whether the broker's own floor is stricter than what the plan alone would say. */
  private static @Nullable Boolean drifts(
      TrailingFloor floor, TrailingDrawdown drawdown, Money start, Reading reading) {
    boolean closes = drawdown.basis() == TrailingDrawdown.Basis.BALANCE;
    var brokers = AtBroker.floor(reading, closes ? floor.peak() : null);
    if (brokers == null) {
      var imposed = reading.imposed();
      boolean none = imposed != null && imposed.number("trailingMaxDrawdown") == null;
      return none ? (Boolean) false : null;
    }
    var ours = TrailingFloor.floor(drawdown, start, floor.peak(), floor.amount());
    return ours.isBelow(brokers);
  }

  private static Marks near(
      Marks marks,
      Plan plan,
      TrailingDrawdown drawdown,
      TrailingFloor floor,
      @Nullable Money equity) {
    if (marks.latches().isOpen(LIMIT)) {
      return marks.signs(NEAR, Set.of()).sign(UNCERTAIN, false);
    }
    if (equity == null) {
      return marks;
    }
    var band = band(plan, floor, equity);
    var highest = floor.highest();
    boolean uncertain =
        floor.seeded() && highest != null && drawdown.breach().isReached(equity, highest);
    return marks.signs(NEAR, band.isEmpty() ? Set.of() : Set.of(band)).sign(UNCERTAIN, uncertain);
  }

  /** Percent of the amount that is used up; negative above the peak. */
  static BigDecimal usedUp(TrailingFloor floor, Money equity) {
    return floor.amount().minus(floor.room(equity)).percentOf(floor.amount());
  }

  private static String band(Plan plan, TrailingFloor floor, Money equity) {
    var used = floor.amount().minus(floor.room(equity));
    var band = "";
    for (var warning : plan.warnAt()) {
      // Not rounded: a share of the amount, compared in dollars.
      if (floor.amount().percent(warning).isAtMost(used)) {
        band = warning.stripTrailingZeros().toPlainString() + "%";
      }
    }
    return band;
  }
}
