package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Rung;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ladder of margin used in percent of equity. */
final class MarginLimit {
  static final String ALERT = "margin-used.alert";
  static final String LIQUIDATE_ONLY = "margin-used.liquidate-only";
  static final String AUTO_LIQUIDATE = "margin-used.auto-liquidate";
  static final Set<String> LIMITS = Set.of(LIQUIDATE_ONLY, AUTO_LIQUIDATE);

  private MarginLimit() {}

  static RiskState judge(RiskState state, Standard by, Reading reading) {
    var ladder = by.plan().limits().margin();
    var used = reading.usedMargin();
    var equity = reading.equity();
    var marks = state.marks();
    if (ladder == null) {
      return state.with(marks.sign(ALERT, false));
    }
    if (used == null || equity == null) {
      return state;
    }
    boolean only = isReached(ladder.liquidateOnly(), used, equity);
    boolean auto = isReached(ladder.autoLiquidate(), used, equity);
    boolean warned = isReached(ladder.alert(), used, equity);
    return state.with(
        marks
            .judge(
                Ladder.terms(by, LIQUIDATE_ONLY, Rung.LIQUIDATE_ONLY, Until.NEXT_RESET),
                only,
                by.moment())
            .judge(
                Ladder.terms(by, AUTO_LIQUIDATE, Rung.AUTO_LIQUIDATE, Until.NEXT_RESET),
                auto,
                by.moment())
            .sign(ALERT, warned));
  }

  static Set<Rung> reached(Marks marks) {
    return Ladder.reached(marks, ALERT, LIQUIDATE_ONLY, AUTO_LIQUIDATE);
  }

  static Rung highest(Marks marks) {
    return Ladder.highest(marks, ALERT, LIQUIDATE_ONLY, AUTO_LIQUIDATE);
  }

  /** Without equity, any margin used is over every rung. */
  private static boolean isReached(@Nullable BigDecimal percent, Money used, Money equity) {
    if (percent == null || !used.isPositive()) {
      return false;
    }
    return !equity.isPositive() || equity.percent(percent).isAtMost(used);
  }
}
