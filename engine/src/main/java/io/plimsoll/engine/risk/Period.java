package io.plimsoll.engine.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The trading day of an account: its anchor, and the end of what holds only for a day. */
final class Period {
  private Period() {}

  /** Begins the new day once it can be judged; until then the old one stands. */
  static RiskState roll(RiskState state, Plan plan, Reading reading, Instant now) {
    var today = plan.session().sessionDate(now);
    if (state.session() == null) {
      return state.withSession(today, brokersAnchor(plan, reading, today), state.latches());
    }
    if (!today.isAfter(state.session())) {
      var late = brokersAnchor(plan, reading, state.session());
      return state.dayAnchor() == null
          ? state.withSession(state.session(), late, state.latches())
          : state;
    }
    var anchor = isBrokersDay(plan) ? brokersAnchor(plan, reading, today) : reading.balance();
    // Without equity the new day could not be judged, and ending the old one's latches would lift
    // what a breach in both days requires.
    return anchor == null || reading.equity() == null
        ? state
        : state.withSession(today, anchor, state.latches().reset(softLimits(plan)));
  }

  /** Whether the day has ended and the new one's anchor is still unknown. */
  static boolean isPending(RiskState state, Plan plan, Instant now) {
    return state.session() == null || plan.session().sessionDate(now).isAfter(state.session());
  }

  /**
   * The cash a trade date began with. Seen first in the middle of a day that is not the broker's,
   * it is unknown until the next reset; and so is it while the newest row is still of an earlier
   * date.
   */
  private static @Nullable Money brokersAnchor(Plan plan, Reading reading, LocalDate session) {
    boolean sent = reading.tradeDate() != null && !reading.tradeDate().isBefore(session);
    return sent && isBrokersDay(plan) ? reading.startOfDay() : null;
  }

  private static boolean isBrokersDay(Plan plan) {
    return plan.session().zone().equals(SessionClock.CME.zone())
        && plan.session().resets().equals(SessionClock.CME.resets());
  }

  private static Set<String> softLimits(Plan plan) {
    var daily = Stream.of(LossLimit.LIMITS, MarginLimit.LIMITS, Set.of(BrokerLevel.LIMIT));
    var trailing = plan.trailingDrawdown();
    var all = daily.flatMap(Set::stream).collect(Collectors.toSet());
    if (trailing != null && trailing.until() == Until.NEXT_RESET) {
      all.add(TrailingLimit.LIMIT);
    }
    return all;
  }
}
