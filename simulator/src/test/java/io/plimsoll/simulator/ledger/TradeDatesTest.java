package io.plimsoll.simulator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeDatesTest {
  /** Chicago is six hours behind in November, five in July. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-20T22:59:59Z, 2026-11-20",
    "2026-11-20T23:00:00Z, 2026-11-21",
    "2026-07-20T21:59:59Z, 2026-07-20",
    "2026-07-20T22:00:00Z, 2026-07-21",
    "2026-07-21T03:00:00Z, 2026-07-21"
  })
  void theNextSessionBeginsAtFiveInTheAfternoonInChicago(Instant instant, LocalDate date) {
    assertThat(TradeDates.at(instant)).isEqualTo(date);
  }
}
