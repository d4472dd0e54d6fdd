package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Level;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One evaluation of one account: what was remembered, the plan and the numbers now. Pure. */
public final class Risk {
  private Risk() {}

  /**
   * Where the account stands now. The order is fixed: the period first, then each limit.
   *
   * @param nominalStart {@code account.evaluationSize}; null when the broker sent none
   */
  public static RiskState evaluate(
      RiskState before, Plan plan, Reading reading, @Nullable Money nominalStart, Instant now) {
    var started = before.withStart(start(before, plan, nominalStart));
    var inPeriod = Period.roll(started, plan, reading, now);
    var trailed = TrailingLimit.judge(inPeriod, plan, reading, now);
    var day = LossLimit.judge(trailed, plan, reading, now);
    var margin = MarginLimit.judge(day, plan, reading, now);
    return BrokerLevel.judge(margin, plan, reading, now);
  }

  /** A start stays for as long as a floor stands on it. */
  private static @Nullable Money start(RiskState before, Plan plan, @Nullable Money nominalStart) {
    if (before.trailing() == null && plan.start() != null) {
      return plan.start();
    }
    return before.start() == null ? nominalStart : before.start();
  }

  /**
   * An account known since its opening, for worked cases: nothing is estimated, the anchors are
   * set.
   *
   * @param start {@code account.evaluationSize}; null when the broker sent none
   */
  public static RiskState opened(
      Plan plan, Money balance, Money equity, @Nullable Money start, Instant now) {
    var known = plan.start() == null ? start : plan.start();
    var drawdown = plan.trailingDrawdown();
    var floor =
        drawdown == null || known == null
            ? null
            : TrailingFloor.from(
                openingPeak(drawdown, known, balance, equity), drawdown, known, false, now);
    return RiskState.FIRST_SEEN
        .withStart(known)
        .withSession(plan.session().sessionDate(now), balance, Latches.NONE)
        .withTrailing(floor, Latches.NONE, Level.NONE, "");
  }

  private static Money openingPeak(
      TrailingDrawdown drawdown, Money start, Money balance, Money equity) {
    return switch (drawdown.moves()) {
      case TrailingDrawdown.Moves.Never _ -> start;
      case TrailingDrawdown.Moves.AtTick _ ->
          start.max(drawdown.basis() == TrailingDrawdown.Basis.EQUITY ? equity : balance);
      case TrailingDrawdown.Moves.AtClose _, TrailingDrawdown.Moves.AtClock _ -> start.max(balance);
    };
  }

  /**
   * The same as if the resets and closes up to now had come and gone without any effect, for worked
   * cases in which one event happens alone.
   */
  public static RiskState passedOver(RiskState state, Plan plan, Instant now) {
    var floor = state.trailing();
    var moved =
        floor == null
            ? null
            : new TrailingFloor(floor.peak(), floor.floor(), floor.amount(), floor.seeded(), now);
    var trailed =
        state.withTrailing(moved, state.latches(), state.trailingLevel(), state.trailingBand());
    return state.session() == null
        ? trailed
        : trailed.withSession(plan.session().sessionDate(now), state.dayAnchor(), state.latches());
  }
}
