package io.plimsoll.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KillsTest {
  private static final double SCENARIO_IS_OVER = 60;

  @Test
  void sameSeedSameMoments() {
    assertThat(new Kills(20, 7).moments()).isEqualTo(new Kills(20, 7).moments()).hasSize(20);
  }

  @Test
  void otherSeedOtherMoments() {
    assertThat(new Kills(20, 7).moments()).isNotEqualTo(new Kills(20, 8).moments());
  }

  @Test
  void bothKindsOfMomentAreDrawn() {
    assertThat(new Kills(50, 1).moments())
        .anyMatch(Kills.Moment::isByClock)
        .anyMatch(moment -> !moment.isByClock());
  }

  @Test
  void noKillsIsEmptyFromTheStart() {
    assertThat(new Kills(0, 1).isEmpty()).isTrue();
  }

  @Test
  void aMomentByTheClockWaitsForItsSecondAndIsUsedOnce() {
    var kills = new Kills(1, seedOf(true));
    var due = kills.moments().getFirst().after().toMillis() / 1000.0;
    assertThat(kills.isNow(due - 0.001)).isFalse();
    assertThat(kills.isNow(due)).isTrue();
    assertThat(kills.isNow(due + 1)).as("stays due until it is done").isTrue();
    kills.used();
    assertThat(kills.isNow(due + 1)).isFalse();
    assertThat(kills.isEmpty()).isTrue();
  }

  @Test
  void aMomentAfterAnEventFollowsThatEventOnlyAndIsUsedOnce() {
    var kills = new Kills(1, seedOf(false));
    var moment = kills.moments().getFirst();
    assertThat(kills.after(logged("link up"))).isEmpty();
    assertThat(kills.after(new Happening.Mailed(moment.event(), ""))).isEmpty();
    assertThat(kills.after(logged(moment.event()))).contains(moment.after());
    kills.used();
    assertThat(kills.after(logged(moment.event()))).isEmpty();
  }

  @Test
  void aMomentWhoseEventNeverComesIsUsedWhenTheScenarioIsOver() {
    var kills = new Kills(5, 3);
    int killed = 0;
    for (int look = 0; look < 10; look++) {
      killed += kills.isNow(SCENARIO_IS_OVER) ? 1 : 0;
      kills.used();
    }
    assertThat(killed).isEqualTo(5);
    assertThat(kills.isEmpty()).isTrue();
  }

  private static long seedOf(boolean byClock) {
    return LongStream.range(0, 100)
        .filter(seed -> new Kills(1, seed).moments().getFirst().isByClock() == byClock)
        .findFirst()
        .orElseThrow();
  }

  private static Happening logged(String event) {
    return new Happening.Logged(event, Map.of());
  }
}
