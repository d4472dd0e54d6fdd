package io.plimsoll.engine.tradovate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteadyClockTest {
  private final TestBroker.Clock given = new TestBroker.Clock();
  private final SteadyClock steady = new SteadyClock(given);

  @Test
  void itGoesAsTheGivenOne() {
    assertThat(steady.instant()).isEqualTo(given.instant());
    given.forward(Duration.ofSeconds(5));
    assertThat(steady.instant()).isEqualTo(given.instant());
  }

  @Test
  void setBackItStandsForAMomentAndGoesOn() {
    var before = steady.instant();
    given.forward(Duration.ofHours(-1));
    assertThat(steady.instant()).isEqualTo(before);
    given.forward(Duration.ofMinutes(10));
    assertThat(steady.instant()).isEqualTo(before.plus(Duration.ofMinutes(10)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void itNeverGoesBack(long seed) {
    var random = new Random(seed);
    Instant before = steady.instant();
    for (int step = 0; step < 500; step++) {
      given.forward(Duration.ofMillis(random.nextLong(-5000, 10_000)));
      var now = steady.instant();
      assertThat(now).isAfterOrEqualTo(before);
      before = now;
    }
  }
}
