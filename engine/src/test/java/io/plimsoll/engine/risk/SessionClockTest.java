package io.plimsoll.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionClockTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    // from 17:00 on it is the next day's
    "America/Chicago, 17:00, 2026-01-05T16:59:59.999, 2026-01-05",
    "America/Chicago, 17:00, 2026-01-05T17:00, 2026-01-06",
    "America/Chicago, 17:00, 2026-01-05T23:59, 2026-01-06",
    "America/Chicago, 17:00, 2026-01-06T00:00, 2026-01-06",
    "America/Chicago, 17:00, 2026-01-04T17:00, 2026-01-05",
    "America/Chicago, 17:00, 2026-01-09T17:00, 2026-01-10",
    // a day of midnights is that day's
    "Europe/Berlin, 00:00, 2026-01-05T00:00, 2026-01-05",
    "Europe/Berlin, 00:00, 2026-01-05T23:59:59, 2026-01-05",
    // twelve hours decide
    "Europe/Berlin, 11:59, 2026-01-05T12:00, 2026-01-05",
    "Europe/Berlin, 12:00, 2026-01-05T12:00, 2026-01-06",
    // the days on which clocks change
    "Europe/Berlin, 00:00, 2026-03-29T23:30, 2026-03-29",
    "Europe/Berlin, 00:00, 2026-10-25T23:30, 2026-10-25",
    "America/Chicago, 17:00, 2026-03-07T17:00, 2026-03-08",
    "America/Chicago, 17:00, 2026-11-01T16:59, 2026-11-01",
    // clocks go back over midnight: still one session each day
    "America/Santiago, 12:00, 2026-04-04T12:00, 2026-04-05",
    "America/Santiago, 12:00, 2026-04-03T12:00, 2026-04-04"
  })
  void aSessionIsKnownByTheDateHalfADayIn(
      String zone, String resets, String local, LocalDate date) {
    var clock = clock(zone, resets);
    assertThat(clock.sessionDate(local(zone, local))).isEqualTo(date);
  }

  @Test
  void theResetItselfBelongsToTheNewSession() {
    var reset = local("America/Chicago", "2026-01-05T17:00");
    assertThat(SessionClock.CME.lastReset(reset)).isEqualTo(reset);
    assertThat(SessionClock.CME.nextReset(reset))
        .isEqualTo(local("America/Chicago", "2026-01-06T17:00"));
  }

  @Test
  void aNanosecondBeforeTheResetIsStillTheOldSession() {
    var reset = local("America/Chicago", "2026-01-05T17:00");
    assertThat(SessionClock.CME.nextReset(reset.minusNanos(1))).isEqualTo(reset);
    assertThat(SessionClock.CME.lastReset(reset.minusNanos(1)))
        .isEqualTo(local("America/Chicago", "2026-01-04T17:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "America/Chicago, 17:00, 2026-03-07T17:00, 23",
    "America/Chicago, 17:00, 2026-10-31T17:00, 25",
    "Europe/Berlin, 00:00, 2026-03-29T00:00, 23",
    "Europe/Berlin, 00:00, 2026-10-25T00:00, 25",
    "America/Chicago, 17:00, 2026-01-05T17:00, 24"
  })
  void theDayOfAChangeHasAnHourLessOrMore(String zone, String resets, String start, long hours) {
    var reset = local(zone, start);
    assertThat(Duration.between(reset, clock(zone, resets).nextReset(reset)))
        .isEqualTo(Duration.ofHours(hours));
  }

  @ParameterizedTest
  @CsvSource({
    "America/Chicago, 02:30, 2026-03-08T00:00, 2026-03-08T08:00:00Z",
    "Europe/Berlin, 02:00, 2026-03-29T00:00, 2026-03-29T01:00:00Z",
    "Europe/Berlin, 02:59, 2026-03-29T00:00, 2026-03-29T01:00:00Z",
    "Europe/Berlin, 03:00, 2026-03-29T00:00, 2026-03-29T01:00:00Z"
  })
  void aTimeThatIsSkippedCountsAtTheEndOfTheGap(
      String zone, String time, String from, Instant fires) {
    assertThat(clock(zone, "00:00").nextAt(LocalTime.parse(time), local(zone, from)))
        .isEqualTo(fires);
  }

  @Test
  void aSkippedTimeIsNotMissedByWhoAsksRightAfterTheGap() {
    var clock = clock("Europe/Berlin", "00:00");
    var gap = Instant.parse("2026-03-29T01:00:00Z");
    assertThat(clock.lastAt(LocalTime.of(2, 30), gap)).isEqualTo(gap);
  }

  @ParameterizedTest
  @CsvSource({
    "America/Chicago, 01:30, 2026-11-01T06:30:00Z, 2026-11-02T07:30:00Z",
    "Europe/Berlin, 02:30, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z"
  })
  void aTimeThatOccursTwiceFiresTheFirstTimeOnly(
      String zone, String time, Instant first, Instant next) {
    var clock = clock(zone, "00:00");
    assertThat(clock.nextAt(LocalTime.parse(time), first.minusNanos(1))).isEqualTo(first);
    assertThat(clock.nextAt(LocalTime.parse(time), first)).isEqualTo(next);
  }

  @Test
  void afterTheSecondOccurrenceTheFirstIsStillTheLast() {
    var clock = clock("Europe/Berlin", "00:00");
    var second = Instant.parse("2026-10-25T01:45:00Z");
    assertThat(clock.lastAt(LocalTime.of(2, 30), second))
        .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
  }

  @Test
  void everySessionOfAYearIsOneDayAfterTheOneBefore() {
    var clock = clock("Europe/Berlin", "02:30");
    var reset = clock.nextReset(local("Europe/Berlin", "2026-01-01T00:00"));
    var date = clock.sessionDate(reset);
    for (int day = 0; day < 365; day++) {
      reset = clock.nextReset(reset);
      date = date.plusDays(1);
      assertThat(clock.sessionDate(reset)).isEqualTo(date);
    }
  }

  @Test
  void lastAndNextNeverOverlap() {
    var clock = clock("America/Chicago", "17:00");
    var time = LocalTime.of(1, 30);
    var start = Instant.parse("2026-10-30T00:00:00Z");
    for (int minute = 0; minute < 5 * 24 * 60; minute += 7) {
      var now = start.plus(Duration.ofMinutes(minute));
      var last = clock.lastAt(time, now);
      assertThat(last).isBeforeOrEqualTo(now);
      assertThat(clock.nextAt(time, last)).isEqualTo(clock.nextAt(time, now)).isAfter(now);
    }
  }

  @Test
  void closesAndResetsMayDiffer() {
    var clock = new SessionClock(BERLIN, LocalTime.MIDNIGHT, LocalTime.of(22, 0));
    var noon = local("Europe/Berlin", "2026-01-05T12:00");
    assertThat(clock.nextAt(clock.closes(), noon))
        .isEqualTo(local("Europe/Berlin", "2026-01-05T22:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-11T16:59:59, 2026-01-05",
    "2026-01-11T17:00, 2026-01-12",
    "2026-01-12T17:00, 2026-01-12",
    "2026-01-18T16:59, 2026-01-12"
  })
  void aWeekIsKnownByItsFirstSession(String at, LocalDate week) {
    assertThat(SessionClock.CME.weekDate(local("America/Chicago", at))).isEqualTo(week);
  }

  @ParameterizedTest
  @CsvSource({
    // Monday the 12th is a holiday: the session of Sunday goes on until Monday at 17:00
    "2026-01-11T17:00, 2026-01-11, 2026-01-05",
    "2026-01-12T16:59:59, 2026-01-11, 2026-01-05",
    "2026-01-12T17:00, 2026-01-13, 2026-01-13",
    "2026-01-16T12:00, 2026-01-16, 2026-01-13",
    "2026-01-18T17:00, 2026-01-19, 2026-01-19"
  })
  void aWeekWhoseFirstSessionIsAHolidayBeginsWithTheNext(
      String at, LocalDate session, LocalDate week) {
    var clock = holidays(LocalDate.of(2026, 1, 12));
    assertThat(clock.sessionDate(local("America/Chicago", at))).isEqualTo(session);
    assertThat(clock.weekDate(local("America/Chicago", at))).isEqualTo(week);
  }

  @Test
  void aHolidayHasNoResetOfItsOwn() {
    var clock = holidays(LocalDate.of(2026, 1, 7), LocalDate.of(2026, 1, 8));
    var before = local("America/Chicago", "2026-01-05T17:00");
    var after = local("America/Chicago", "2026-01-08T17:00");
    assertThat(clock.nextReset(before)).isEqualTo(after);
    assertThat(clock.lastReset(after.minusNanos(1))).isEqualTo(before);
    assertThat(clock.sessionDate(after.minusNanos(1))).isEqualTo(LocalDate.of(2026, 1, 6));
    assertThat(clock.sessionDate(after)).isEqualTo(LocalDate.of(2026, 1, 9));
  }

  @Test
  void aHolidayInTheWeekDoesNotBeginOne() {
    var clock = holidays(LocalDate.of(2026, 1, 7));
    assertThat(clock.weekDate(local("America/Chicago", "2026-01-08T12:00")))
        .isEqualTo(LocalDate.of(2026, 1, 5));
  }

  private static SessionClock holidays(LocalDate... dates) {
    var cme = SessionClock.CME;
    return new SessionClock(
        cme.zone(), cme.resets(), cme.closes(), DayOfWeek.SUNDAY, Set.of(dates));
  }

  private static SessionClock clock(String zone, String resets) {
    return new SessionClock(ZoneId.of(zone), LocalTime.parse(resets), LocalTime.parse(resets));
  }

  private static Instant local(String zone, String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
  }
}
