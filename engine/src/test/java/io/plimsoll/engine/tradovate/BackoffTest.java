package io.plimsoll.engine.tradovate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final TestBroker.Clock clock = new TestBroker.Clock();
  private final Backoff backoff = new Backoff(clock);

  private void upFor(Duration time) {
    backoff.connected();
    clock.forward(time);
  }

  private void assertNext(long millis) {
    assertThat(backoff.next()).isBetween(Duration.ofMillis(millis / 2), Duration.ofMillis(millis));
  }

  @Test
  void tryByTryItWaitsTwiceAsLongUpToHalfAMinute() {
    for (long millis : new long[] {250, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000}) {
      assertNext(millis);
    }
  }

  @Test
  void aStableMinuteBeginsAnew() {
    assertNext(250);
    assertNext(500);
    upFor(Duration.ofSeconds(60));
    assertNext(1000);
    upFor(Duration.ofSeconds(61));
    assertNext(250);
  }

  @Test
  void afterEachEvictionItStaysAwayForLonger() {
    for (int minutes : new int[] {1, 2, 5, 10, 10, 10}) {
      assertThat(backoff.afterQuota()).isEqualTo(Duration.ofMinutes(minutes));
    }
  }

  /** The other program may be of our kind, and be back when its longest step is over. */
  @Test
  void tenMinutesOfPeaceDoNotEndADispute() {
    assertThat(backoff.afterQuota()).isEqualTo(Duration.ofMinutes(1));
    upFor(Duration.ofMinutes(10));
    assertThat(backoff.afterQuota()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void aQuarterOfAnHourOfPeaceEndsADispute() {
    assertThat(backoff.afterQuota()).isEqualTo(Duration.ofMinutes(1));
    assertThat(backoff.afterQuota()).isEqualTo(Duration.ofMinutes(2));
    upFor(Duration.ofMinutes(16));
    assertThat(backoff.afterQuota()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aLossOfAnotherKindAfterPeaceEndsADisputeToo() {
    assertThat(backoff.afterQuota()).isEqualTo(Duration.ofMinutes(1));
    upFor(Duration.ofMinutes(16));
    assertNext(250);
    assertThat(backoff.afterQuota()).isEqualTo(Duration.ofMinutes(1));
  }
}
