package io.plimsoll.engine.risk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The single limits of loss and profit, of a day and of a week. */
final class PeriodLimits {
  static final String DAY_LOSS = "daily-loss";
  static final String WEEK_LOSS = "weekly-loss";
  static final String DAY_PROFIT = "daily-profit";
  static final String WEEK_PROFIT = "weekly-profit";

  private PeriodLimits() {}

  static RiskState judge(RiskState before, Standard by, Reading reading) {
    var limits = by.plan().limits();
    var state = reached(before, limits, reading);
    var marks = state.marks();
    if (!Periods.isDayPending(state, by)) {
      marks = judge(marks, DAY_LOSS, limits.dayLoss(), state, state.day(), true, by, reading);
      marks = judge(marks, DAY_PROFIT, limits.dayProfit(), state, state.day(), false, by, reading);
    }
    if (!Periods.isWeekPending(state, by)) {
      marks = judge(marks, WEEK_LOSS, limits.weekLoss(), state, state.week(), true, by, reading);
      marks =
          judge(marks, WEEK_PROFIT, limits.weekProfit(), state, state.week(), false, by, reading);
    }
    return state.with(marks);
  }

  /** Where steps count at once, one that was reached is kept though the balance falls back. */
  private static RiskState reached(RiskState state, Limits limits, Reading reading) {
    var balance = reading.balance();
    var stepped =
        Stream.of(limits.dayLoss(), limits.weekLoss(), limits.dayProfit(), limits.weekProfit())
            .filter(limit -> limit != null && !limit.steps().isEmpty())
            .toList();
    boolean atOnce = !stepped.isEmpty() && stepped.stream().allMatch(PeriodLimit::stepsAtOnce);
    return balance == null || !atOnce ? state : state.with(state.history().reached(balance));
  }

  private static Marks judge(
      Marks marks,
      String name,
      @Nullable PeriodLimit limit,
      RiskState state,
      @Nullable Period period,
      boolean loss,
      Standard by,
      Reading reading) {
    if (limit == null || period == null) {
      return marks;
    }
    var pnl = pnl(limit, period, reading);
    var line = line(limit, period, state, reading);
    if (pnl == null || line == null) {
      return marks;
    }
    boolean reached = limit.breach().isReached(loss ? pnl : pnl.negate(), line.negate());
    return marks.judge(by.terms(name, limit.until(), limit.consequence()), reached, by.moment());
  }

  /** Signed; null while an input is unknown. */
  static @Nullable Money pnl(PeriodLimit limit, Period period, Reading reading) {
    var worth = limit.realized() ? reading.balance() : reading.equity();
    return worth == null || period.anchor() == null ? null : worth.minus(period.anchor());
  }

  /** How far profit or loss may go, in dollars; null while it does not apply. */
  static @Nullable Money line(PeriodLimit limit, Period period, RiskState state, Reading reading) {
    var base = period.base();
    if (base == null) {
      return null;
    }
    var balance = reading.balance();
    var earned = state.history().earned();
    var before = earned == null ? base : base.max(earned);
    var counted = limit.stepsAtOnce() && balance != null ? before.max(balance) : before;
    return Amount.dollars(limit.at(counted), base, state.start());
  }

  /** When each of these limits ends once it is reached. */
  static Map<String, Until> untils(Limits limits) {
    var untils = new LinkedHashMap<String, Until>();
    put(untils, DAY_LOSS, limits.dayLoss());
    put(untils, WEEK_LOSS, limits.weekLoss());
    put(untils, DAY_PROFIT, limits.dayProfit());
    put(untils, WEEK_PROFIT, limits.weekProfit());
    return untils;
  }

  private static void put(Map<String, Until> untils, String name, @Nullable PeriodLimit limit) {
    if (limit != null) {
      untils.put(name, limit.until());
    }
  }
}
