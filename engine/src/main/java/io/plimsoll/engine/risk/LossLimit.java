package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Rung;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The ladder of the day's loss. */
final class LossLimit {
  static final String ALERT = "daily-loss.alert";
  static final String LIQUIDATE_ONLY = "daily-loss.liquidate-only";
  static final String AUTO_LIQUIDATE = "daily-loss.auto-liquidate";
  static final Set<String> LIMITS = Set.of(LIQUIDATE_ONLY, AUTO_LIQUIDATE);

  private LossLimit() {}

  static RiskState judge(RiskState state, Standard by, Reading reading) {
    var ladders = by.plan().limits().lossLadders();
    var marks = state.marks();
    if (ladders.isEmpty()) {
      return state.with(marks.sign(ALERT, false));
    }
    var day = state.day();
    var equity = reading.equity();
    if (day == null || day.anchor() == null || equity == null || Periods.isDayPending(state, by)) {
      return state;
    }
    var loss = day.anchor().minus(equity).max(Money.ZERO);
    boolean only = isReached(state, by, LossLadder::liquidateOnly, loss);
    boolean auto = isReached(state, by, LossLadder::autoLiquidate, loss);
    boolean warned = isReached(state, by, LossLadder::alert, loss);
    var until = ladders.getFirst().until();
    return state.with(
        marks
            .judge(Ladder.terms(by, LIQUIDATE_ONLY, Rung.LIQUIDATE_ONLY, until), only, by.moment())
            .judge(Ladder.terms(by, AUTO_LIQUIDATE, Rung.AUTO_LIQUIDATE, until), auto, by.moment())
            .sign(ALERT, warned));
  }

  static Set<Rung> reached(Marks marks) {
    return Ladder.reached(marks, ALERT, LIQUIDATE_ONLY, AUTO_LIQUIDATE);
  }

  static Rung highest(Marks marks) {
    return Ladder.highest(marks, ALERT, LIQUIDATE_ONLY, AUTO_LIQUIDATE);
  }

  private static boolean isReached(
      RiskState state, Standard by, Function<LossLadder, @Nullable Amount> rung, Money loss) {
    var line = line(by.plan(), rung, state);
    return line != null && line.isAtMost(loss);
  }

  /**
   * The loss in dollars at which a rung is reached, the smallest of all ladders; null when there is
   * no such rung. Percentages of an anchor or a start that is not positive do not apply.
   */
  static @Nullable Money line(
      Plan plan, Function<LossLadder, @Nullable Amount> rung, RiskState state) {
    var base = state.day() == null ? null : state.day().base();
    Money smallest = null;
    for (var ladder : plan.limits().lossLadders()) {
      var line = Amount.dollars(rung.apply(ladder), base, state.start());
      if (line != null) {
        smallest = smallest == null ? line : smallest.min(line);
      }
    }
    return smallest;
  }
}
