package io.plimsoll.engine.risk;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When the trading day and week of a plan begin and close, in a zone of its own. A clock time that
 * daylight saving skips counts at the end of the gap; one that occurs twice counts the first time.
 *
 * @param resets when a day ends and the next begins
 * @param closes when a trail that moves at the close moves
 * @param weekResets the weekday, in the zone, on which the day's reset begins a week too
 * @param holidays session dates that do not begin: the session before them goes on
 */
public record SessionClock(
    ZoneId zone,
    LocalTime resets,
    LocalTime closes,
    DayOfWeek weekResets,
    Set<LocalDate> holidays) {
  /** The futures market's day: 17:00 in Chicago; its week begins on Sunday. */
  public static final SessionClock CME =
      new SessionClock(ZoneId.of("America/Chicago"), LocalTime.of(17, 0), LocalTime.of(17, 0));

  private static final Duration HALF_A_DAY = Duration.ofHours(12);

  public SessionClock {
    holidays = Set.copyOf(holidays);
  }

  public SessionClock(ZoneId zone, LocalTime resets, LocalTime closes) {
    this(zone, resets, closes, DayOfWeek.SUNDAY, Set.of());
  }

  /** The date a session is known by: the local date twelve hours after its local start. */
  public LocalDate sessionDate(Instant now) {
    return dateOf(lastReset(now));
  }

  /** The session date with which the week began; after a holiday, that of the session after it. */
  public LocalDate weekDate(Instant now) {
    var reset = lastReset(now);
    while (reset.atZone(zone).getDayOfWeek() != weekResets) {
      reset = lastAt(resets, reset.minusNanos(1));
    }
    return dateOf(holidays.contains(dateOf(reset)) ? nextReset(reset) : reset);
  }

  // On the clock on the wall: where an hour is put back over midnight, two resets 24 hours apart
  // would else share a date, and one of them would go unnoticed.
  private LocalDate dateOf(Instant reset) {
    return reset.atZone(zone).toLocalDateTime().plus(HALF_A_DAY).toLocalDate();
  }

  /** The reset at or before now. */
  public Instant lastReset(Instant now) {
    var reset = lastAt(resets, now);
    while (holidays.contains(dateOf(reset))) {
      reset = lastAt(resets, reset.minusNanos(1));
    }
    return reset;
  }

  /** The reset after now. */
  public Instant nextReset(Instant now) {
    var reset = nextAt(resets, now);
    while (holidays.contains(dateOf(reset))) {
      reset = nextAt(resets, reset);
    }
    return reset;
  }

  /** The last instant at or before now at which the zone's clock showed the time. */
  Instant lastAt(LocalTime time, Instant now) {
    var date = now.atZone(zone).toLocalDate();
    for (int daysBack = 0; ; daysBack++) {
      var candidate = at(date.minusDays(daysBack), time);
      if (!candidate.isAfter(now)) {
        return candidate;
      }
    }
  }

  /** The next instant after now at which the zone's clock shows the time. */
  Instant nextAt(LocalTime time, Instant now) {
    var date = now.atZone(zone).toLocalDate();
    for (int daysOn = 0; ; daysOn++) {
      var candidate = at(date.plusDays(daysOn), time);
      if (candidate.isAfter(now)) {
        return candidate;
      }
    }
  }

  private Instant at(LocalDate date, LocalTime time) {
    var gap = zone.getRules().getTransition(date.atTime(time));
    return gap != null && gap.isGap()
        ? gap.getInstant()
        : ZonedDateTime.of(date, time, zone).toInstant();
  }
}
