package io.plimsoll.engine.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RestrictionTest {
  @Test
  void risesFromNoneToLiquidateAndLock() {
    assertThat(Restriction.values())
        .containsExactly(
            Restriction.NONE,
            Restriction.CANCEL,
            Restriction.FLATTEN,
            Restriction.LIQUIDATE_ONLY,
            Restriction.LIQUIDATE_AND_LOCK)
        .isSortedAccordingTo((one, other) -> one == other ? 0 : one.isStricterThan(other) ? 1 : -1);
  }

  @ParameterizedTest
  @EnumSource(Restriction.class)
  void noneIsStricterThanItself(Restriction restriction) {
    assertThat(restriction.isStricterThan(restriction)).isFalse();
  }

  @Test
  void theStricterOfTwoDoesNotDependOnTheirOrder() {
    assertThat(Restriction.CANCEL.stricter(Restriction.LIQUIDATE_ONLY))
        .isEqualTo(Restriction.LIQUIDATE_ONLY.stricter(Restriction.CANCEL))
        .isEqualTo(Restriction.LIQUIDATE_ONLY);
  }

  @Test
  void isWrittenAsInConfig() {
    assertThat(Restriction.LIQUIDATE_AND_LOCK.word()).isEqualTo("liquidate-and-lock");
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, NONE",
    "ALERT, NONE",
    "LIQUIDATE_ONLY, LIQUIDATE_ONLY",
    "AUTO_LIQUIDATE, LIQUIDATE_AND_LOCK"
  })
  void aRungAsksForItsConsequence(Rung rung, Restriction restriction) {
    assertThat(rung.consequence()).isEqualTo(restriction);
  }

  @ParameterizedTest
  @CsvSource({"ALERT, ALERT, true", "ALERT, LIQUIDATE_ONLY, false", "AUTO_LIQUIDATE, ALERT, true"})
  void aRungIncludesThoseBelow(Rung rung, Rung other, boolean atLeast) {
    assertThat(rung.isAtLeast(other)).isEqualTo(atLeast);
  }

  @ParameterizedTest
  @CsvSource({"account:18156785", "account:268137616437", "shard:0"})
  void aScopeIsReadAsItWasWritten(String text) {
    assertThat(Scope.parse(text)).hasToString(text);
  }
}
