package io.plimsoll.engine.risk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Signs that the broker has reset an account: what looks like a loss then is none. */
final class Resets {
  static final String SUSPECTED = "suspected-reset";

  /** So long a new trade date may take to show in the cash, though the maximum is of it already. */
  private static final Duration MAINTENANCE = Duration.ofHours(2);

  private Resets() {}

  /** The broker's equity maximum never falls within a trade date unless it begins anew. */
  static RiskState watch(RiskState state, Reading reading, Instant now) {
    var maximum = reading.maxNetLiq();
    var date = reading.tradeDate();
    var history = state.history();
    if (maximum == null || date == null) {
      return marked(state);
    }
    boolean fell =
        date.equals(history.maximumOf())
            && history.maximum() != null
            && maximum.isBelow(history.maximum())
            && !isAnotherDay(date, now);
    boolean same = maximum.equals(history.maximum()) && date.equals(history.maximumOf());
    var seen = same ? history : history.withMaximum(maximum, date);
    return marked(state.with(fell ? seen.suspecting(true) : seen));
  }

  /** Whether the broker has begun a new trade date, and the newest cash is still of the old one. */
  private static boolean isAnotherDay(LocalDate date, Instant now) {
    var begun = SessionClock.CME.lastReset(now);
    return SessionClock.CME.sessionDate(now).isAfter(date)
        && Duration.between(begun, now).compareTo(MAINTENANCE) < 0;
  }

  /** The reading without a maximum from before a deposit or a payout. */
  static Reading fresh(RiskState state, Reading reading) {
    var stale = state.history().staleMaximum();
    return stale != null && stale.equals(reading.maxNetLiq()) ? reading.withMaximum(null) : reading;
  }

  private static RiskState marked(RiskState state) {
    return state.with(state.marks().sign(SUSPECTED, state.history().resetSuspected()));
  }

  /**
   * Begins an account anew that the broker has plainly reset: nothing is open, and it has exactly
   * its start balance; or the plan says so of every reset that is suspected.
   */
  static RiskState followed(RiskState state, Plan plan, Reading reading, Instant now) {
    var balance = reading.balance();
    var equity = reading.equity();
    if (!state.history().resetSuspected() || balance == null || equity == null) {
      return state;
    }
    boolean plain = Boolean.FALSE.equals(reading.isOpen()) && balance.equals(state.start());
    return plain || plan.conduct().rebaseOnReset()
        ? Risk.rebased(state, plan, balance, equity, state.start(), now)
        : state;
  }
}
