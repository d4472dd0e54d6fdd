package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.risk.Anchor;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneAnchorTest {
  @TempDir Path home;
  private ConfigFolder folder;

  @BeforeEach
  void aCorrectConfig() {
    folder = new ConfigFolder(home);
  }

  @ParameterizedTest
  @CsvSource({"balance, BALANCE", "equity, EQUITY", "greater, GREATER", "day-peak, DAY_PEAK"})
  void isReadOfTheDayAndOfTheWeek(String written, Anchor anchor) {
    var limits =
        folder
            .plan(
                "daily-loss: { amount: 1, anchor: %s }, weekly-loss: { amount: 1, anchor: %s }"
                    .formatted(written, written))
            .onlyPlan()
            .limits();
    assertThat(limits.dayAnchor()).isEqualTo(anchor);
    assertThat(limits.weekAnchor()).isEqualTo(anchor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "daily-loss: { amount: 1, anchor: equity }",
        "daily-profit: { amount: 1, anchor: equity }",
        "daily-loss-ladder: { alert: 1, anchor: equity }",
        "daily-loss: { amount: 1 }, daily-loss-ladder: { alert: 1, anchor: equity }",
        "daily-loss: { amount: 1, anchor: equity }, daily-loss-ladder: { alert: 1, anchor: equity }"
      })
  void mayBeGivenWithAnyLimitOfTheDay(String keys) {
    var limits = folder.plan(keys).onlyPlan().limits();
    assertThat(limits.dayAnchor()).isEqualTo(Anchor.EQUITY);
    assertThat(limits.weekAnchor()).isEqualTo(Anchor.BALANCE);
  }

  @Test
  void theWeekHasItsOwn() {
    var limits =
        folder
            .plan(
                "daily-loss: { amount: 1, anchor: greater }, weekly-profit: { amount: 1, anchor: equity }")
            .onlyPlan()
            .limits();
    assertThat(limits.dayAnchor()).isEqualTo(Anchor.GREATER);
    assertThat(limits.weekAnchor()).isEqualTo(Anchor.EQUITY);
  }

  @Test
  void isTheBalanceByDefault() {
    assertThat(folder.plan("daily-loss: { amount: 1 }").onlyPlan().limits().dayAnchor())
        .isEqualTo(Anchor.BALANCE);
  }

  @Test
  void twoThatDifferAreRefusedAtTheSecond() {
    folder.plans(
        """
        plans:
          - name: p
            accounts: { name: A }
            daily-loss:
              amount: 1000
              anchor: balance
            daily-loss-ladder:
              alert: 500
              anchor: equity
        """);
    assertThat(folder.problems())
        .containsExactly(
            "config/plans/10.yaml:9: daily-loss-ladder.anchor (equity) differs from daily-loss.anchor (balance). A plan has one anchor for the day: write the same, or leave one out.");
  }

  @Test
  void twoOfTheWeekThatDifferAreRefused() {
    folder.plan(
        "weekly-loss: { amount: 1, anchor: equity }, weekly-profit: { amount: 1, anchor: balance }");
    assertThat(folder.texts())
        .containsExactly(
            "weekly-profit.anchor (balance) differs from weekly-loss.anchor (equity). A plan has one anchor for the week: write the same, or leave one out.");
  }

  @ParameterizedTest
  @CsvSource({"daily, day", "weekly, week"})
  void aProfitMeasuredFromThePeakIsRefused(String limit, String period) {
    folder.plan(
        "%s-loss: { amount: 1, anchor: day-peak }, %s-profit: { amount: 1 }"
            .formatted(limit, limit));
    assertThat(folder.texts())
        .containsExactly(
            "%s-profit is never reached: the %s is measured from its peak (anchor: day-peak). Remove one."
                .formatted(limit, period));
  }
}
