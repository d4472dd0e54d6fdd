package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.Trails.endOfDay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which accounts a plan holds, and when it wants an evaluation. */
class PlanSelectionTest {
  private static final Instant NOON = Instant.parse("2026-01-05T18:00:00Z");
  private static final Instant RESET = Instant.parse("2026-01-05T23:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "EVAL50*, EVAL50-17, true",
    "EVAL50*, EVAL50, true",
    "EVAL50*, XEVAL50, false",
    "*50*, EVAL50-17, true",
    "EVAL50, EVAL50-17, false",
    "eval50*, EVAL50-17, true",
    "*, anything, true",
    "A.C*, ABC1, false",
    "A.C*, A.C1, true",
    "[A]*, A, false"
  })
  void aStarStandsForAnyText(String pattern, String name, boolean matches) {
    assertThat(select(pattern, Set.of(), null, null).matches(1, name, null, null))
        .isEqualTo(matches);
  }

  @Test
  void withoutAnyPartItMatchesNone() {
    assertThat(select(null, Set.of(), null, null).matches(1, "x", 1L, 1L)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 19, 4, true",
    "2, 19, 4, false",
    "1, 20, 4, false",
    "1, 19, 5, false",
    "1, , 4, false"
  })
  void everyPartThatIsGivenMustMatch(
      long id, @Nullable Long profile, @Nullable Long category, boolean matches) {
    assertThat(select("E*", Set.of(1L), 19L, 4L).matches(id, "E1", profile, category))
        .isEqualTo(matches);
  }

  @Test
  void thePlanOfNobodyMatchesNobody() {
    assertThat(Plan.none().accounts().matches(1, "x", null, null)).isFalse();
  }

  @Test
  void theNextBoundaryIsTheReset() {
    assertThat(plan().made().nextBoundary(NOON)).isEqualTo(RESET);
  }

  @Test
  void aCloseBeforeTheResetComesFirst() {
    var early =
        new SessionClock(SessionClock.CME.zone(), LocalTime.of(17, 0), LocalTime.of(15, 10));
    assertThat(plan().session(early).trailing(endOfDay().drawdown()).made().nextBoundary(NOON))
        .isEqualTo(Instant.parse("2026-01-05T21:10:00Z"));
  }

  @Test
  void aCloseThatNothingMovesAtIsNoBoundary() {
    var early =
        new SessionClock(SessionClock.CME.zone(), LocalTime.of(17, 0), LocalTime.of(15, 10));
    assertThat(plan().session(early).made().nextBoundary(NOON)).isEqualTo(RESET);
  }

  @Test
  void aTrailThatMovesByTheClockWantsItsTime() {
    assertThat(plan().trailing(endOfDay().movesAt("12:30").drawdown()).made().nextBoundary(NOON))
        .isEqualTo(NOON.plusSeconds(1800));
  }

  @Test
  void theBoundaryItselfIsPast() {
    assertThat(plan().made().nextBoundary(RESET)).isAfter(RESET);
  }

  @Test
  void warningsAreWrittenFromTheLowestToTheHighest() {
    assertThatThrownBy(() -> plan().warnAt("75", "50").made())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("75, 50");
  }

  @ParameterizedTest
  @CsvSource({"0", "-5"})
  void anAmountMustBePositive(String amount) {
    var money = Money.of(amount);
    assertThatThrownBy(() -> new Amount.Fixed(money)).isInstanceOf(IllegalArgumentException.class);
  }

  private static AccountSelector select(
      @Nullable String name, Set<Long> ids, @Nullable Long profile, @Nullable Long category) {
    return new AccountSelector(name, ids, profile, category);
  }
}
