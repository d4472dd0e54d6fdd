package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.risk.SessionClock;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code session} of a plan. */
class SessionReaderTest {
  @TempDir Path home;
  private ConfigFolder folder;

  @BeforeEach
  void aCorrectConfig() {
    folder = new ConfigFolder(home);
  }

  @Test
  void isTheFuturesMarketsByDefault() {
    assertThat(folder.onlyPlan().session())
        .isEqualTo(SessionClock.CME)
        .isEqualTo(
            new SessionClock(
                ZoneId.of("America/Chicago"),
                LocalTime.of(17, 0),
                LocalTime.of(17, 0),
                DayOfWeek.SUNDAY,
                Set.of()));
  }

  @Test
  void takesEveryKey() {
    assertThat(
            read(
                "zone: Europe/Berlin, resets: \"00:00\", closes: \"22:10:30\", week-resets: MONDAY, holidays: [2026-12-25, 2027-01-01]"))
        .isEqualTo(
            new SessionClock(
                ZoneId.of("Europe/Berlin"),
                LocalTime.MIDNIGHT,
                LocalTime.of(22, 10, 30),
                DayOfWeek.MONDAY,
                Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1))));
  }

  @Test
  void closesWhenItResetsByDefault() {
    assertThat(read("resets: \"16:00\"").closes()).isEqualTo(LocalTime.of(16, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"08:30", "\"08:30\"", "8:30", "'08:30:00'"})
  void aTimeMayStandWithoutQuotes(String written) {
    assertThat(read("resets: " + written).resets()).isEqualTo(LocalTime.of(8, 30));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FRIDAY", "friday", "Friday"})
  void aWeekdayMayStandInSmallLetters(String written) {
    assertThat(read("week-resets: " + written).weekResets()).isEqualTo(DayOfWeek.FRIDAY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          zone: America/Chigaco | session.zone (America/Chigaco) is not a time zone. Write an IANA name, such as America/Chicago. Maybe (America/Chicago).
          resets: 1700 | session.resets (1700) is not a time of day. Write it from "00:00" to "23:59".
          closes: 5pm | session.closes (5pm) is not a time of day. Write it from "00:00" to "23:59".
          week-resets: SUNDY | session.week-resets (SUNDY) is not known. Write FRIDAY, MONDAY, SATURDAY, SUNDAY, THURSDAY, TUESDAY, WEDNESDAY. Maybe (SUNDAY).
          holidays: 2026-12-25 | session.holidays is one value. Write a list, such as [a, b].
          holidays: [25.12.2026] | session.holidays (25.12.2026) is not a date. Write year, month and day, such as 2026-01-05.
          holidays: [2026-02-30] | session.holidays (2026-02-30) is not a date. Write year, month and day, such as 2026-01-05.
          holidays: [2026-12-25, 2026-12-25] | holiday (2026-12-25) is listed twice. Keep one.
          reset: 16:00 | session has no key (reset). Maybe (resets).
          """)
  void refuses(String keys, String problem) {
    assertThat(folder.plan("session: { %s }".formatted(keys)).texts()).containsExactly(problem);
  }

  private SessionClock read(String keys) {
    return folder.plan("session: { %s }".formatted(keys)).onlyPlan().session();
  }
}
