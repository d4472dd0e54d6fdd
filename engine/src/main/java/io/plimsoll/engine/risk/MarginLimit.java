package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Rung;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ladder of margin used in percent of equity. */
final class MarginLimit {
  static final String LIQUIDATE_ONLY = "margin-used.liquidate-only";
  static final String AUTO_LIQUIDATE = "margin-used.auto-liquidate";
  static final Set<String> LIMITS = Set.of(LIQUIDATE_ONLY, AUTO_LIQUIDATE);

  private MarginLimit() {}

  static RiskState judge(RiskState state, Plan plan, Reading reading, Instant now) {
    var ladder = plan.marginUsed();
    var used = reading.usedMargin();
    var equity = reading.equity();
    if (ladder == null) {
      return state.withMargin(state.latches(), highest(state.latches(), false));
    }
    if (used == null || equity == null) {
      return state;
    }
    boolean only = isReached(ladder.liquidateOnly(), used, equity);
    boolean auto = isReached(ladder.autoLiquidate(), used, equity);
    var latches =
        state
            .latches()
            .judge(Ladder.terms(LIQUIDATE_ONLY, Rung.LIQUIDATE_ONLY), only, now)
            .judge(Ladder.terms(AUTO_LIQUIDATE, Rung.AUTO_LIQUIDATE), auto, now);
    boolean warned = only || auto || isReached(ladder.alert(), used, equity);
    return state.withMargin(latches, highest(latches, warned));
  }

  private static Rung highest(Latches latches, boolean warned) {
    return Ladder.highest(latches, warned, LIQUIDATE_ONLY, AUTO_LIQUIDATE);
  }

  /** Without equity, any margin used is over every rung. */
  private static boolean isReached(@Nullable BigDecimal percent, Money used, Money equity) {
    if (percent == null || !used.isPositive()) {
      return false;
    }
    return !equity.isPositive() || equity.percent(percent).isAtMost(used);
  }
}
