package io.plimsoll.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.engine.fact.Restriction;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LatchesTest {
  private static final Instant NOW = Instant.EPOCH;
  private static final Latches.Terms SOFT =
      new Latches.Terms("soft", Until.NEXT_RESET, Restriction.LIQUIDATE_ONLY);
  private static final Latches.Terms HARD =
      new Latches.Terms("hard", Until.A_PERSON, Restriction.LIQUIDATE_AND_LOCK);

  /** As marks judge them, when one evaluation is enough. */
  private record Judged(Latches latches) {
    Judged judge(Latches.Terms terms, @Nullable Boolean breached, Instant now) {
      var marks = Marks.NONE.with(latches);
      return new Judged(
          marks.judge(terms, breached, new Marks.Moment(now, 1, true, true)).latches());
    }

    Judged reset(Set<String> softLimits) {
      return new Judged(latches.ended(latch -> latch.until() == Until.NEXT_RESET, softLimits));
    }

    Judged released() {
      return new Judged(latches.released());
    }

    SortedMap<String, Latch> open() {
      return latches.open();
    }

    SortedSet<String> disarmed() {
      return latches.disarmed();
    }

    boolean isOpen(String limit) {
      return latches.isOpen(limit);
    }

    Optional<Latch> asking(Restriction restriction) {
      return latches.asking(restriction);
    }
  }

  private static Judged none() {
    return new Judged(Latches.NONE);
  }

  private static Latch latch(String limit, Until until, Restriction restriction) {
    return new Latch(limit, 1, NOW, until, restriction, restriction, false);
  }

  @Test
  void aBreachLatches() {
    assertThat(none().judge(SOFT, true, NOW).open().get("soft"))
        .isEqualTo(latch("soft", Until.NEXT_RESET, Restriction.LIQUIDATE_ONLY));
  }

  @Test
  void noBreachLatchesNothing() {
    assertThat(none().judge(SOFT, false, NOW)).isEqualTo(none());
  }

  @Test
  void theUnknownLatchesNothing() {
    assertThat(none().judge(SOFT, null, NOW)).isEqualTo(none());
  }

  @Test
  void whatIsLatchedKeepsItsNumberAndTime() {
    var latched = none().judge(SOFT, true, NOW);
    assertThat(latched.judge(SOFT, true, NOW.plusSeconds(9))).isEqualTo(latched);
  }

  @Test
  void numbersRiseOverAllLimits() {
    var latched = none().judge(SOFT, true, NOW).judge(HARD, true, NOW);
    assertThat(latched.open().get("hard").number()).isEqualTo(2);
  }

  @Test
  void aNumberIsNotUsedAgainAfterAReset() {
    var latched = none().judge(SOFT, true, NOW).reset(Set.of("soft")).judge(SOFT, true, NOW);
    assertThat(latched.open().get("soft").number()).isEqualTo(2);
  }

  @Test
  void aNumberIsNotUsedAgainAfterARelease() {
    var latched =
        none().judge(SOFT, true, NOW).released().judge(SOFT, false, NOW).judge(SOFT, true, NOW);
    assertThat(latched.open().get("soft").number()).isEqualTo(2);
  }

  @Test
  void theResetEndsTheSoftAndNotTheHard() {
    var latched = none().judge(SOFT, true, NOW).judge(HARD, true, NOW);
    assertThat(latched.reset(Set.of("soft")).open()).containsOnlyKeys("hard");
  }

  @Test
  void theReleaseDisarmsWhatWasOpen() {
    assertThat(none().judge(SOFT, true, NOW).released().disarmed()).containsExactly("soft");
  }

  @Test
  void whatIsDisarmedDoesNotLatch() {
    var released = none().judge(SOFT, true, NOW).released();
    assertThat(released.judge(SOFT, true, NOW).isOpen("soft")).isFalse();
  }

  @Test
  void theResetArmsAgain() {
    var released = none().judge(SOFT, true, NOW).released();
    assertThat(released.reset(Set.of("soft")).judge(SOFT, true, NOW).isOpen("soft")).isTrue();
  }

  @Test
  void theResetDoesNotArmTheHard() {
    var released = none().judge(HARD, true, NOW).released();
    assertThat(released.reset(Set.of("soft")).disarmed()).containsExactly("hard");
  }

  @Test
  void theOldestThatAsksForEnoughIsTheCause() {
    var latched = none().judge(SOFT, true, NOW).judge(HARD, true, NOW);
    assertThat(latched.asking(Restriction.LIQUIDATE_ONLY).orElseThrow().limit()).isEqualTo("soft");
    assertThat(latched.asking(Restriction.LIQUIDATE_AND_LOCK).orElseThrow().limit())
        .isEqualTo("hard");
  }

  @Test
  void noneAsksForMoreThanItsOwn() {
    assertThat(none().judge(SOFT, true, NOW).asking(Restriction.LIQUIDATE_AND_LOCK)).isEmpty();
  }

  @Test
  void nobodyCanAddALatchFromOutside() {
    var open = Latches.NONE.open();
    var latch = latch("x", Until.A_PERSON, Restriction.NONE);
    assertThatThrownBy(() -> open.put("x", latch))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void whatWasLatchedOnAGuessIsWithdrawnAndNotDisarmed() {
    var latches = both().withdrawn("soft");
    assertThat(latches.open()).containsOnlyKeys("hard");
    assertThat(latches.disarmed()).isEmpty();
    assertThat(latches.count()).isEqualTo(2);
  }

  @Test
  void aLatchInDoubtAsksForNothingAndIsAProposal() {
    var doubtful =
        new Latches.Terms("soft", Until.NEXT_RESET, Restriction.LIQUIDATE_ONLY, true, false);
    var latch = Latches.NONE.latched(doubtful, NOW).open().get("soft");
    assertThat(latch.consequence()).isEqualTo(Restriction.NONE);
    assertThat(latch.wanted()).isEqualTo(Restriction.LIQUIDATE_ONLY);
    assertThat(latch.isProposal()).isTrue();
    assertThat(both().open().get("soft").isProposal()).isFalse();
  }

  @Test
  void onlySomeMayBeDisarmed() {
    var latches = both().disarmed(Set.of("soft"));
    assertThat(latches.open()).containsOnlyKeys("hard");
    assertThat(latches.disarmed()).containsExactly("soft");
    assertThat(latches.disarmed(Set.of("hard")).disarmed()).containsExactly("hard", "soft");
  }

  @Test
  void itIsKnownWhatOpenedSince() {
    var one = Latches.NONE.latched(SOFT, NOW);
    assertThat(one.latched(HARD, NOW).openedSince(one)).containsExactly("hard");
    assertThat(one.openedSince(both())).isEmpty();
  }

  @Test
  void theBrokersAloneAreTheBrokers() {
    var brokers =
        new Latches.Terms("brokers", Until.NEXT_RESET, Restriction.LIQUIDATE_AND_LOCK, false, true);
    var theirs = Latches.NONE.latched(brokers, NOW);
    assertThat(theirs.allBrokers(Restriction.LIQUIDATE_AND_LOCK)).isTrue();
    assertThat(theirs.latched(HARD, NOW).allBrokers(Restriction.LIQUIDATE_AND_LOCK)).isFalse();
    // Ours asks for less than this.
    assertThat(theirs.latched(SOFT, NOW).allBrokers(Restriction.LIQUIDATE_AND_LOCK)).isTrue();
    assertThat(theirs.latched(SOFT, NOW).allBrokers(Restriction.LIQUIDATE_ONLY)).isFalse();
  }

  @Test
  void whatWantsTheAccountFlatAsksForNoRestriction() {
    var flat = new Latches.Terms("flat-by", Until.NEXT_RESET, Restriction.FLATTEN);
    var news = new Latches.Terms("a-news", Until.NEXT_RESET, Restriction.FLATTEN);
    var latches = Latches.NONE.latched(flat, NOW).latched(news, NOW).latched(SOFT, NOW);
    assertThat(latches.asking(Restriction.CANCEL).orElseThrow().limit()).isEqualTo("soft");
    assertThat(latches.flattening().orElseThrow().limit()).isEqualTo("flat-by");
    assertThat(both().flattening()).isEmpty();
  }

  @Test
  void whatIsArmedAlreadyStaysAsItIs() {
    var latches = both();
    assertThat(latches.armed("soft")).isSameAs(latches);
    assertThat(latches.latched(SOFT, NOW)).isSameAs(latches);
    var off = latches.released();
    assertThat(off.armed("soft").disarmed()).containsExactly("hard");
    assertThat(off.armed("soft").count()).isEqualTo(2);
  }

  @Test
  void nobodyCanDisarmFromOutside() {
    var disarmed = both().released().disarmed();
    assertThatThrownBy(() -> disarmed.remove("soft"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Latches both() {
    return Latches.NONE.latched(SOFT, NOW).latched(HARD, NOW);
  }
}
