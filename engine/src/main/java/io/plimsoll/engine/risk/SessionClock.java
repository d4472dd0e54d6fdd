package io.plimsoll.engine.risk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When the trading day of a plan begins and closes, in a zone of its own. A clock time that
 * daylight saving skips counts at the end of the gap; one that occurs twice counts the first time.
 *
 * @param resets when a day ends and the next begins
 * @param closes when a trail that moves at the close moves
 */
public record SessionClock(ZoneId zone, LocalTime resets, LocalTime closes) {
  /** The futures market's day: 17:00 in Chicago. */
  public static final SessionClock CME =
      new SessionClock(ZoneId.of("America/Chicago"), LocalTime.of(17, 0), LocalTime.of(17, 0));

  private static final Duration HALF_A_DAY = Duration.ofHours(12);

  /** The date a session is known by: the local date twelve hours after its local start. */
  public LocalDate sessionDate(Instant now) {
    // On the clock on the wall: where an hour is put back over midnight, two resets 24 hours apart
    // would else share a date, and one of them would go unnoticed.
    return lastReset(now).atZone(zone).toLocalDateTime().plus(HALF_A_DAY).toLocalDate();
  }

  /** The reset at or before now. */
  public Instant lastReset(Instant now) {
    return lastAt(resets, now);
  }

  /** The reset after now. */
  public Instant nextReset(Instant now) {
    return nextAt(resets, now);
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
