package io.plimsoll.config.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class AtTest {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final Instant NINE = Instant.parse("2026-01-05T15:00:00Z");

  private static Instant next(String time, Instant now) {
    return new At.TimeOfDay(LocalTime.parse(time)).after(now, CHICAGO);
  }

  @Test
  void aTimeOfDayIsTheNextOne() {
    assertThat(next("15:10", NINE)).isEqualTo("2026-01-05T21:10:00Z");
    assertThat(next("08:59", NINE)).isEqualTo("2026-01-06T14:59:00Z");
  }

  @Test
  void aTimeOfDayThatIsNowIsNow() {
    assertThat(next("09:00", NINE)).isEqualTo(NINE);
  }

  /** On 8 March 2026 the clock goes from 02:00 to 03:00. */
  @Test
  void aTimeThatIsSkippedIsTheEndOfTheGap() {
    assertThat(next("02:30", Instant.parse("2026-03-08T07:00:00Z")))
        .isEqualTo("2026-03-08T08:00:00Z");
    assertThat(new At.DateAndTime(LocalDateTime.of(2026, 3, 8, 2, 30)).after(NINE, CHICAGO))
        .isEqualTo("2026-03-08T08:00:00Z");
  }

  /** On 1 November 2026 the hour from 01:00 occurs twice. */
  @Test
  void ofATimeThatOccursTwiceTheFirstIsMeant() {
    assertThat(new At.DateAndTime(LocalDateTime.of(2026, 11, 1, 1, 30)).after(NINE, CHICAGO))
        .isEqualTo("2026-11-01T06:30:00Z");
  }

  @Test
  void anInstantIsItself() {
    var instant = Instant.parse("2030-01-01T00:00:00Z");
    assertThat(new At.Exactly(instant).after(NINE, CHICAGO)).isEqualTo(instant);
  }
}
