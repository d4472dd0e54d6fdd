package io.plimsoll.engine.risk;

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
}
