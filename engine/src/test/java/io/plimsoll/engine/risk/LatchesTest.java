package io.plimsoll.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.engine.fact.Restriction;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LatchesTest {
  private static final Instant NOW = Instant.EPOCH;
  private static final Latches.Terms SOFT =
      new Latches.Terms("soft", Until.NEXT_RESET, Restriction.LIQUIDATE_ONLY);
  private static final Latches.Terms HARD =
      new Latches.Terms("hard", Until.A_PERSON, Restriction.LIQUIDATE_AND_LOCK);

  @Test
  void aBreachLatches() {
    assertThat(Latches.NONE.judge(SOFT, true, NOW).open().get("soft"))
        .isEqualTo(new Latch("soft", 1, NOW, Until.NEXT_RESET, Restriction.LIQUIDATE_ONLY));
  }

  @Test
  void noBreachLatchesNothing() {
    assertThat(Latches.NONE.judge(SOFT, false, NOW)).isEqualTo(Latches.NONE);
  }

  @Test
  void theUnknownLatchesNothing() {
    assertThat(Latches.NONE.judge(SOFT, null, NOW)).isEqualTo(Latches.NONE);
  }

  @Test
  void whatIsLatchedKeepsItsNumberAndTime() {
    var latched = Latches.NONE.judge(SOFT, true, NOW);
    assertThat(latched.judge(SOFT, true, NOW.plusSeconds(9))).isEqualTo(latched);
  }

  @Test
  void numbersRiseOverAllLimits() {
    var latched = Latches.NONE.judge(SOFT, true, NOW).judge(HARD, true, NOW);
    assertThat(latched.open().get("hard").number()).isEqualTo(2);
  }

  @Test
  void aNumberIsNotUsedAgainAfterAReset() {
    var latched = Latches.NONE.judge(SOFT, true, NOW).reset(Set.of("soft")).judge(SOFT, true, NOW);
    assertThat(latched.open().get("soft").number()).isEqualTo(2);
  }

  @Test
  void aNumberIsNotUsedAgainAfterARelease() {
    var latched =
        Latches.NONE
            .judge(SOFT, true, NOW)
            .released()
            .judge(SOFT, false, NOW)
            .judge(SOFT, true, NOW);
    assertThat(latched.open().get("soft").number()).isEqualTo(2);
  }

  @Test
  void theResetEndsTheSoftAndNotTheHard() {
    var latched = Latches.NONE.judge(SOFT, true, NOW).judge(HARD, true, NOW);
    assertThat(latched.reset(Set.of("soft")).open()).containsOnlyKeys("hard");
  }

  @Test
  void theReleaseDisarmsWhatWasOpen() {
    assertThat(Latches.NONE.judge(SOFT, true, NOW).released().disarmed()).containsExactly("soft");
  }

  @Test
  void whatIsDisarmedDoesNotLatch() {
    var released = Latches.NONE.judge(SOFT, true, NOW).released();
    assertThat(released.judge(SOFT, true, NOW).isOpen("soft")).isFalse();
  }

  @Test
  void theResetArmsAgain() {
    var released = Latches.NONE.judge(SOFT, true, NOW).released();
    assertThat(released.reset(Set.of("soft")).judge(SOFT, true, NOW).isOpen("soft")).isTrue();
  }

  @Test
  void theResetDoesNotArmTheHard() {
    var released = Latches.NONE.judge(HARD, true, NOW).released();
    assertThat(released.reset(Set.of("soft")).disarmed()).containsExactly("hard");
  }

  @Test
  void theOldestThatAsksForEnoughIsTheCause() {
    var latched = Latches.NONE.judge(SOFT, true, NOW).judge(HARD, true, NOW);
    assertThat(latched.asking(Restriction.LIQUIDATE_ONLY).orElseThrow().limit()).isEqualTo("soft");
    assertThat(latched.asking(Restriction.LIQUIDATE_AND_LOCK).orElseThrow().limit())
        .isEqualTo("hard");
  }

  @Test
  void noneAsksForMoreThanItsOwn() {
    assertThat(Latches.NONE.judge(SOFT, true, NOW).asking(Restriction.LIQUIDATE_AND_LOCK))
        .isEmpty();
  }

  @Test
  void nobodyCanAddALatchFromOutside() {
    var open = Latches.NONE.open();
    var latch = new Latch("x", 1, NOW, Until.A_PERSON, Restriction.NONE);
    assertThatThrownBy(() -> open.put("x", latch))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
