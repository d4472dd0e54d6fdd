package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Restriction;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The broker's own levels of equity, for closing only and for its liquidation; latched when the
 * plan wants a restriction to follow, else only told while it is so.
 */
final class BrokerLevel {
  static final String LIQUIDATE_ONLY = "liquidate-only-level";
  static final String AUTO_LIQ = "auto-liq-level";
  static final Set<String> LIMITS = Set.of(LIQUIDATE_ONLY, AUTO_LIQ);

  private BrokerLevel() {}

  static RiskState judge(RiskState state, Standard by, Reading reading) {
    var limits = by.plan().limits();
    var marks =
        judge(
            state.marks(),
            LIQUIDATE_ONLY,
            limits.liquidateOnlyLevel(),
            reading.liqOnlyLevel(),
            by,
            reading);
    return state.with(
        judge(marks, AUTO_LIQ, limits.autoLiqLevel(), reading.autoLiqLevel(), by, reading));
  }

  private static Marks judge(
      Marks marks,
      String limit,
      Restriction consequence,
      @Nullable Money level,
      Standard by,
      Reading reading) {
    var equity = reading.equity();
    if (level == null || equity == null) {
      return marks;
    }
    boolean reached = level.isPositive() && equity.isAtMost(level);
    if (consequence == Restriction.NONE) {
      return marks.sign(limit, reached);
    }
    return level.isPositive()
        ? marks
            .sign(limit, false)
            .judge(by.terms(limit, Until.NEXT_RESET, consequence), reached, by.moment())
        : marks;
  }
}
