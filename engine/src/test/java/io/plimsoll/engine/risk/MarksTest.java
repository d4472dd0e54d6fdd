package io.plimsoll.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.engine.fact.Restriction;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Signs come and go; limits in breach are counted until they are latched. */
class MarksTest {
  private static final Latches.Terms TERMS =
      new Latches.Terms("limit", Until.NEXT_RESET, Restriction.LIQUIDATE_ONLY);

  @Test
  void aSignIsThereOrNot() {
    var marks = Marks.NONE.sign("a", true).sign("b", true);
    assertThat(marks.has("a")).isTrue();
    assertThat(marks.sign("a", false).signs()).containsExactly("b");
    assertThat(marks.has("c")).isFalse();
  }

  @Test
  void whatChangesNothingIsTheSame() {
    var marks = Marks.NONE.sign("a", true);
    assertThat(marks.sign("a", true)).isSameAs(marks);
    assertThat(marks.sign("b", false)).isSameAs(marks);
    assertThat(marks.sign("a", null)).isSameAs(marks);
    assertThat(marks.signs("a", Set.of(""))).isSameAs(marks);
    assertThat(marks.with(Latches.NONE)).isSameAs(marks);
    assertThat(RiskState.FIRST_SEEN.with(Marks.NONE)).isSameAs(RiskState.FIRST_SEEN);
  }

  @Test
  void ofTheSignsThatBeginSoExactlyTheseAreThere() {
    var marks = Marks.NONE.sign("over/a", true).sign("over/b", true).sign("other", true);
    assertThat(marks.signs("over/", Set.of("b", "c")).signs())
        .containsExactly("other", "over/b", "over/c");
  }

  @Test
  void theEndsOfSignsAreFoundByTheirStart() {
    var marks = Marks.NONE.sign("over/b", true).sign("over/a", true).sign("other", true);
    assertThat(marks.allAfter("over/")).containsExactly("a", "b");
    assertThat(marks.after("oth")).isEqualTo("er");
    assertThat(marks.after("near/")).isEmpty();
    assertThat(marks.allAfter("near/")).isEmpty();
  }

  @Test
  void breachesAreCountedUntilEnoughWereSeen() {
    var once = judged(Marks.NONE, true, 3, true);
    var twice = judged(once, true, 3, true);
    assertThat(once.confirming()).containsEntry("limit", 1);
    assertThat(twice.confirming()).containsEntry("limit", 2);
    assertThat(twice.latches().open()).isEmpty();
    var thrice = judged(twice, true, 3, true);
    assertThat(thrice.latches().isOpen("limit")).isTrue();
    assertThat(thrice.confirming()).isEmpty();
  }

  @Test
  void theSameNumbersAreNoOtherEvaluation() {
    var once = judged(Marks.NONE, true, 2, false);
    assertThat(once.confirming()).containsEntry("limit", 1);
    assertThat(judged(once, true, 2, false)).isSameAs(once);
  }

  @Test
  void whatIsNotInBreachIsForgotten() {
    var once = judged(Marks.NONE, true, 3, true);
    assertThat(judged(once, false, 3, true)).isEqualTo(Marks.NONE);
    assertThat(judged(once, null, 3, true)).isSameAs(once);
  }

  @Test
  void countsOfOtherLimitsStay() {
    var other = new Latches.Terms("other", Until.A_PERSON, Restriction.NONE);
    var both = judged(Marks.NONE, true, 3, true).judge(other, true, moment(3, true));
    assertThat(judged(both, false, 3, true).confirming()).containsOnlyKeys("other");
  }

  @Test
  void whatIsLatchedIsNotCountedAgain() {
    var latched = judged(Marks.NONE, true, 1, true);
    assertThat(judged(latched, true, 3, true)).isSameAs(latched);
    assertThat(judged(latched, false, 3, true)).isSameAs(latched);
  }

  @Test
  void signsAndCountsStayWhenSomethingLatches() {
    var marks = judged(Marks.NONE.sign("a", true), true, 1, true);
    assertThat(marks.has("a")).isTrue();
    assertThat(marks.sign("b", true).latches().isOpen("limit")).isTrue();
    var counting = judged(Marks.NONE, true, 3, true);
    assertThat(counting.sign("b", true).confirming()).containsOnlyKeys("limit");
    assertThat(counting.signs("b", Set.of("c")).confirming()).containsOnlyKeys("limit");
  }

  @Test
  void nobodyCanChangeThemFromOutside() {
    var marks = judged(Marks.NONE.sign("a", true), true, 3, true);
    var signs = marks.signs();
    var counts = marks.confirming();
    assertThatThrownBy(() -> signs.remove("a")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> counts.remove("limit"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Marks judged(Marks marks, @Nullable Boolean breached, int needed, boolean fresh) {
    return marks.judge(TERMS, breached, moment(needed, fresh));
  }

  private static Marks.Moment moment(int needed, boolean fresh) {
    return new Marks.Moment(Instant.EPOCH, needed, true, fresh);
  }
}
