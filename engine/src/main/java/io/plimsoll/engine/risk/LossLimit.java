package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Rung;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ladder of the day's loss. */
final class LossLimit {
  static final String LIQUIDATE_ONLY = "daily-loss.liquidate-only";
  static final String AUTO_LIQUIDATE = "daily-loss.auto-liquidate";
  static final Set<String> LIMITS = Set.of(LIQUIDATE_ONLY, AUTO_LIQUIDATE);

  private LossLimit() {}

  static RiskState judge(RiskState state, Plan plan, Reading reading, Instant now) {
    var ladder = plan.dailyLossLadder();
    if (ladder == null) {
      return state.withDayLoss(state.latches(), highest(state.latches(), false));
    }
    var anchor = state.dayAnchor();
    var equity = reading.equity();
    if (anchor == null || equity == null || Period.isPending(state, plan, now)) {
      return state;
    }
    var loss = anchor.minus(equity).max(Money.ZERO);
    var only = isReached(ladder.liquidateOnly(), loss, anchor, state.start());
    var auto = isReached(ladder.autoLiquidate(), loss, anchor, state.start());
    var latches =
        state
            .latches()
            .judge(Ladder.terms(LIQUIDATE_ONLY, Rung.LIQUIDATE_ONLY), only, now)
            .judge(Ladder.terms(AUTO_LIQUIDATE, Rung.AUTO_LIQUIDATE), auto, now);
    boolean warned = only || auto || isReached(ladder.alert(), loss, anchor, state.start());
    return state.withDayLoss(latches, highest(latches, warned));
  }

  private static Rung highest(Latches latches, boolean warned) {
    return Ladder.highest(latches, warned, LIQUIDATE_ONLY, AUTO_LIQUIDATE);
  }

  private static boolean isReached(
      @Nullable Amount amount, Money loss, Money anchor, @Nullable Money start) {
    var line = line(amount, anchor, start);
    return line != null && line.isAtMost(loss);
  }

  /**
   * The loss in dollars at which a rung is reached; null when there is no such rung. Percentages of
   * an anchor or a start that is not positive do not apply.
   */
  static @Nullable Money line(@Nullable Amount amount, Money anchor, @Nullable Money start) {
    return switch (amount) {
      case null -> null;
      case Amount.Fixed(var money) -> money;
      case Amount.Percent(var percent, var of) -> {
        var whole =
            switch (of) {
              case START -> start;
              case ANCHOR, PEAK -> anchor;
            };
        yield whole != null && whole.isPositive() ? whole.percent(percent) : null;
      }
    };
  }
}
