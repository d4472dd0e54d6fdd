package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.fact.Restriction;
import java.time.Instant;

/** The broker's own level for closing only; latched when the plan wants a restriction to follow. */
final class BrokerLevel {
  static final String LIMIT = "liquidate-only-level";

  private BrokerLevel() {}

  static RiskState judge(RiskState state, Plan plan, Reading reading, Instant now) {
    var level = reading.liqOnlyLevel();
    var equity = reading.equity();
    if (level == null || equity == null) {
      return state;
    }
    boolean stands = state.latches().isOpen(LIMIT);
    if (!level.isPositive()) {
      return state.withLiquidateOnlyLevel(state.latches(), stands ? Level.REACHED : Level.NONE);
    }
    boolean reached = equity.isAtMost(level);
    if (plan.liquidateOnlyLevel() == Restriction.NONE) {
      return state.withLiquidateOnlyLevel(
          state.latches(), reached || stands ? Level.REACHED : Level.CLEAR);
    }
    var terms = new Latches.Terms(LIMIT, Until.NEXT_RESET, plan.liquidateOnlyLevel());
    var latches = state.latches().judge(terms, reached, now);
    return state.withLiquidateOnlyLevel(
        latches, latches.isOpen(LIMIT) ? Level.REACHED : Level.CLEAR);
  }
}
