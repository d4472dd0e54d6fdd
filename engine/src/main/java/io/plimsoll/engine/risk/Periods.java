package io.plimsoll.engine.risk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The trading days and weeks of an account: their anchors, and the end of what holds for them. */
final class Periods {
  static final String PENDING = "anchor-pending";
  static final String NOT_POSITIVE = "anchor-not-positive";

  /** The broker's maintenance, and as much again: so late a balance is still that of the reset. */
  private static final Duration LATE = Duration.ofHours(2);

  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private Periods() {}

  /** Begins the new day and week once they can be judged; until then the old ones stand. */
  static RiskState roll(RiskState state, Standard by, Reading reading, Reading last) {
    var atReset = state.history();
    return signed(week(day(state, by, reading, last), atReset, by, reading), by);
  }

  private static RiskState day(RiskState state, Standard by, Reading reading, Reading last) {
    var plan = by.plan();
    var today = plan.session().sessionDate(by.now());
    var day = state.day();
    if (day == null) {
      return state.withDay(Period.begun(today, firstSeen(plan, reading, today, by.now())));
    }
    if (!today.isAfter(day.date())) {
      return state.withDay(goesOn(day, by, reading, plan.limits().dayAnchor(), true));
    }
    // Without equity the new day could not be judged, and ending the old one's latches would lift
    // what a breach in both days requires.
    if (reading.equity() == null || isPending(state, by, reading, today)) {
      return today.equals(state.history().resetOf())
          ? state
          : state.with(state.history().ended(today, equityAtReset(plan, reading, last, by.now())));
    }
    var anchor = anchor(state.history(), plan, plan.limits().dayAnchor(), reading, today, by.now());
    var ended = ended(state, day, anchor, reading);
    return new RiskState(
        ended.start(),
        Period.begun(today, anchor),
        ended.week(),
        ended.trailing(),
        anchor == null ? ended.marks() : withoutSoft(ended.marks(), Until.NEXT_RESET, plan),
        ended.history().begun(began(day, plan, reading)).withStrictest(reading.imposed()));
  }

  /** The highest balance that a day is known to have begun with: the first one's is its anchor. */
  private static @Nullable Money began(Period ended, Plan plan, Reading reading) {
    var balance = reading.balance();
    var before = plan.limits().dayAnchor() == Anchor.BALANCE ? ended.base() : null;
    if (balance == null || before == null) {
      return balance == null ? before : balance;
    }
    return balance.max(before);
  }

  /** The profit of the day that ends, where it is known. */
  private static RiskState ended(
      RiskState state, Period day, @Nullable Money anchor, Reading reading) {
    var closed = anchor == null ? reading.balance() : anchor;
    var opened = day.opened() == null ? day.anchor() : day.opened();
    return opened == null || closed == null
        ? state
        : state.with(state.history().withDay(day.date(), closed.minus(opened)));
  }

  /**
   * @param atReset as it was before the day began, which forgets the equity at the reset
   */
  private static RiskState week(RiskState state, History atReset, Standard by, Reading reading) {
    var plan = by.plan();
    var date = plan.session().weekDate(by.now());
    var week = state.week();
    if (week == null) {
      return state.withWeek(Period.begun(date, firstSeenInWeek(plan, reading)));
    }
    var today = plan.session().sessionDate(by.now());
    if (!date.isAfter(week.date())) {
      var anchored =
          week.anchor() == null && plan.limits().weekAnchor() == Anchor.BALANCE
              ? Period.begun(week.date(), firstSeenInWeek(plan, reading))
              : week;
      boolean first = today.equals(week.date());
      return state.withWeek(goesOn(anchored, by, reading, plan.limits().weekAnchor(), first));
    }
    // A week begins with its first day.
    if (state.day() == null || state.day().date().isBefore(today) || reading.equity() == null) {
      return state;
    }
    var anchor = anchor(atReset, plan, plan.limits().weekAnchor(), reading, today, by.now());
    return state
        .withWeek(Period.begun(date, anchor))
        .with(anchor == null ? state.marks() : withoutSoft(state.marks(), Until.WEEK_RESET, plan));
  }

  /**
   * @param begins whether it began with this day, whose cash at the start then is its anchor too
   */
  private static Period goesOn(
      Period period, Standard by, Reading reading, Anchor kind, boolean begins) {
    var late = period;
    if (begins
        && period.anchor() == null
        && kind == Anchor.BALANCE
        && reading.startOfDay() != null) {
      var sent = reading.tradeDate();
      late =
          isBrokersDay(by.plan(), by.now()) && sent != null && !sent.isBefore(period.date())
              ? Period.begun(period.date(), reading.startOfDay())
              : period;
    }
    return kind == Anchor.DAY_PEAK && reading.equity() != null
        ? late.risenTo(reading.equity())
        : late;
  }

  /** Whether the broker is still to say with what cash the day began, and the week with it. */
  private static boolean isPending(RiskState state, Standard by, Reading reading, LocalDate today) {
    var plan = by.plan();
    var limits = plan.limits();
    var week = state.week();
    boolean begins =
        limits.isWeekly() && week != null && plan.session().weekDate(by.now()).isAfter(week.date());
    boolean asksBroker =
        asksBroker(limits.dayAnchor()) || (begins && asksBroker(limits.weekAnchor()));
    return asksBroker
        && isBrokersDay(plan, by.now())
        && brokersAnchor(plan, reading, today, by.now()) == null;
  }

  private static boolean asksBroker(Anchor kind) {
    return kind == Anchor.BALANCE || kind == Anchor.GREATER;
  }

  private static @Nullable Money anchor(
      History atReset, Plan plan, Anchor kind, Reading reading, LocalDate today, Instant now) {
    boolean late = isLate(plan, now);
    var balance =
        isBrokersDay(plan, now)
            ? brokersAnchor(plan, reading, today, now)
            : late ? null : reading.balance();
    // What settles within a second of the reset is of the reset; after that the last known counts.
    var since = Duration.between(plan.session().lastReset(now), now);
    boolean known = since.compareTo(AT_ONCE) < 0 || !today.equals(atReset.resetOf());
    var equity = known ? late ? null : reading.equity() : atReset.resetEquity();
    return switch (kind) {
      case BALANCE -> balance;
      case EQUITY, DAY_PEAK -> equity;
      case GREATER -> balance == null || equity == null ? null : balance.max(equity);
    };
  }

  /** What it is now, unless the reset is long past; the last known where it is unknown now. */
  private static @Nullable Money equityAtReset(
      Plan plan, Reading reading, Reading last, Instant now) {
    if (reading.equity() == null) {
      return last.equity();
    }
    return isLate(plan, now) ? null : reading.equity();
  }

  private static boolean isLate(Plan plan, Instant now) {
    return Duration.between(plan.session().lastReset(now), now).compareTo(LATE) > 0;
  }

  /**
   * Seen first in the middle of a day, only the broker's own start of the day is an anchor; any
   * other is unknown until the next reset.
   */
  private static @Nullable Money firstSeen(
      Plan plan, Reading reading, LocalDate today, Instant now) {
    return plan.limits().dayAnchor() == Anchor.BALANCE
        ? brokersAnchor(plan, reading, today, now)
        : null;
  }

  /** The balance less what the broker says was realized since the week began. */
  private static @Nullable Money firstSeenInWeek(Plan plan, Reading reading) {
    var balance = reading.balance();
    var realized = reading.weekRealized();
    return plan.limits().weekAnchor() != Anchor.BALANCE || balance == null || realized == null
        ? null
        : balance.minus(realized);
  }

  /** The cash a trade date began with; unknown while the newest row is still of an earlier one. */
  private static @Nullable Money brokersAnchor(
      Plan plan, Reading reading, LocalDate session, Instant now) {
    boolean sent = reading.tradeDate() != null && !reading.tradeDate().isBefore(session);
    return sent && isBrokersDay(plan, now) ? reading.startOfDay() : null;
  }

  /**
   * Whether the plan's clock began this day at the instant at which the broker did, whatever zone
   * it is written in: 18:00 in New York, and most of the year midnight in Prague.
   */
  private static boolean isBrokersDay(Plan plan, Instant now) {
    var session = plan.session();
    return session.lastAt(session.resets(), now).equals(SessionClock.CME.lastReset(now));
  }

  /** Soft latches of the period end; their limits are armed again. */
  private static Marks withoutSoft(Marks marks, Until until, Plan plan) {
    var over = until == Until.NEXT_RESET ? marks.sign(Windows.FLATTEN_MISSED, false) : marks;
    return over.with(over.latches().ended(latch -> latch.until() == until, soft(plan, until)));
  }

  private static Set<String> soft(Plan plan, Until until) {
    var soft = new TreeSet<String>();
    if (until == Until.NEXT_RESET) {
      soft.addAll(LossLimit.LIMITS);
      soft.addAll(MarginLimit.LIMITS);
      soft.addAll(BrokerLevel.LIMITS);
      soft.addAll(Windows.LIMITS);
      soft.add(Contracts.LIMIT);
      soft.add(ConsistencyLimit.LIMIT);
    }
    PeriodLimits.untils(plan.limits())
        .forEach((limit, ends) -> {
          if (ends == until) {
            soft.add(limit);
          }
        });
    var trailing = plan.trailing();
    if (trailing != null && trailing.until() == until) {
      soft.add(TrailingLimit.LIMIT);
    }
    return soft;
  }

  /** Whether the day has ended and the new one's anchor is still unknown. */
  static boolean isDayPending(RiskState state, Standard by) {
    return state.day() == null
        || state.day().anchor() == null
        || by.plan().session().sessionDate(by.now()).isAfter(state.day().date());
  }

  static boolean isWeekPending(RiskState state, Standard by) {
    return state.week() == null
        || state.week().anchor() == null
        || by.plan().session().weekDate(by.now()).isAfter(state.week().date());
  }

  private static RiskState signed(RiskState state, Standard by) {
    var limits = by.plan().limits();
    boolean pending =
        (limits.isDaily() && isDayPending(state, by))
            || (limits.isWeekly() && isWeekPending(state, by));
    boolean useless =
        (limits.hasPercentOfDayAnchor() && isUseless(state.day()))
            || (limits.hasPercentOfWeekAnchor() && isUseless(state.week()));
    return state.with(state.marks().sign(PENDING, pending).sign(NOT_POSITIVE, useless));
  }

  private static boolean isUseless(@Nullable Period period) {
    return period != null && period.base() != null && !period.base().isPositive();
  }
}
