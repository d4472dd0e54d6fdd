package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text changed under the same date is told of. */
class PlanTextTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

  @TempDir Path home;
  private ConfigFolder folder;

  @BeforeEach
  void aCorrectConfig() {
    folder = new ConfigFolder(home);
  }

  @Test
  void whatWasNeverSeenMayBeAnything() {
    write("2026-01-05", "2000");
    assertThat(changed(List.of())).isEmpty();
  }

  @Test
  void theSameTextMayComeAgain() {
    var before = write("2026-01-05", "2000");
    assertThat(changed(List.of(before))).isEmpty();
  }

  @Test
  void anotherTextUnderTheSameDateIsToldWithThePlaceAndTheWayOut() {
    var before = write("2026-01-05", "2000");
    var now = write("2026-01-05", "2001");
    assertThat(changed(List.of(before)))
        .containsExactly(
            "config/plans/10.yaml:3: plan (p) is not the text that was effective (2026-01-05) before: version (%s) was (%s). Write a new date, or undo the change."
                .formatted(now.version(), before.version()));
  }

  @Test
  void anotherTextUnderANewDateIsGood() {
    var before = write("2026-01-05", "2000");
    write("2026-01-06", "2001");
    assertThat(changed(List.of(before))).isEmpty();
  }

  @Test
  void theOldTextUnderItsOldDateMayComeBack() {
    var first = write("2026-01-05", "2000");
    var second = write("2026-01-06", "2001");
    write("2026-01-05", "2000");
    assertThat(changed(List.of(first, second))).isEmpty();
  }

  @Test
  void aTextThatWasSeenAmongOthersOfItsDateIsGood() {
    var known = write("2026-01-05", "2000");
    assertThat(changed(List.of(known, new PlanText("p", MONDAY, "0123456789ab")))).isEmpty();
  }

  @Test
  void aCommentIsNoOtherText() {
    var before = write("2026-01-05", "2000");
    write("2026-01-05 # as agreed", "2000.00");
    assertThat(changed(List.of(before))).isEmpty();
  }

  @Test
  void aPlanWithoutADateMayChange() {
    folder.plan("trailing-drawdown: { amount: 2000 }");
    var before = PlanText.of(folder.onlyPlan());
    folder.plan("trailing-drawdown: { amount: 2001 }");
    assertThat(changed(List.of(before))).isEmpty();
  }

  @Test
  void anotherPlanOfTheSameDateIsNoneOfItsBusiness() {
    write("2026-01-05", "2000");
    assertThat(changed(List.of(new PlanText("q", MONDAY, "0123456789ab")))).isEmpty();
  }

  private PlanText write(String date, String amount) {
    folder.plans(
        """
        plans:
          - accounts: { name: A }
            name: p
            trailing-drawdown: { amount: %s }
            effective: %s
        """
            .formatted(amount, date));
    return PlanText.of(folder.onlyPlan());
  }

  private List<String> changed(List<PlanText> seen) {
    return PlanText.changed(folder.settings(), seen).stream()
        .map(problem -> problem.toString().replace(home + "/", ""))
        .toList();
  }
}
