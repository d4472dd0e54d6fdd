package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.AccountSelector;
import io.plimsoll.engine.risk.Amount;
import io.plimsoll.engine.risk.Amount.Base;
import io.plimsoll.engine.risk.Consistency;
import io.plimsoll.engine.risk.Consistency.Passes;
import io.plimsoll.engine.risk.Limits;
import io.plimsoll.engine.risk.LossLadder;
import io.plimsoll.engine.risk.MarginLadder;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.Plan;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan as a whole. Each limit has a test of its own beside this one. */
class PlanTest {
  @TempDir Path home;
  private ConfigFolder folder;

  @BeforeEach
  void aCorrectConfig() {
    folder = new ConfigFolder(home);
  }

  @Test
  void readsTheLossLadder() {
    var plan =
        folder
            .plan(
                "daily-loss-ladder: { alert: 1000, liquidate-only: 3% of anchor, auto-liquidate: 4% of start }")
            .onlyPlan();
    assertThat(plan.limits().lossLadders())
        .containsExactly(
            new LossLadder(
                new Amount.Fixed(Money.of(1000)),
                percent("3", Base.ANCHOR),
                percent("4", Base.START)));
  }

  @Test
  void aRungMayBeLeftOut() {
    assertThat(
            folder
                .plan("daily-loss-ladder: { auto-liquidate: 500 }")
                .onlyPlan()
                .limits()
                .lossLadders())
        .containsExactly(new LossLadder(null, null, new Amount.Fixed(Money.of(500))));
  }

  @Test
  void readsTheMarginLadderWithAndWithoutTheSign() {
    assertThat(
            folder
                .plan("margin-used: { alert: 70, liquidate-only: 85.5%, auto-liquidate: 120% }")
                .onlyPlan()
                .limits()
                .margin())
        .isEqualTo(
            new MarginLadder(new BigDecimal("70"), new BigDecimal("85.5"), new BigDecimal("120")));
  }

  @Test
  void limitsThatAreLeftOutDoNotHold() {
    folder.plans("plans: [{ name: p, accounts: { name: A } }]");
    assertThat(folder.onlyPlan().limits()).isEqualTo(Limits.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "alert, NONE",
    "liquidate-only, LIQUIDATE_ONLY",
    "liquidate-and-lock, LIQUIDATE_AND_LOCK"
  })
  void readsWhatFollowsAtTheBrokersLevels(String written, Restriction expected) {
    var limits =
        folder
            .plan(
                "liquidate-only-level: { then: %s }, auto-liq-level: { then: %s }"
                    .formatted(written, written))
            .onlyPlan()
            .limits();
    assertThat(limits.liquidateOnlyLevel()).isEqualTo(expected);
    assertThat(limits.autoLiqLevel()).isEqualTo(expected);
  }

  @Test
  void onlyPeopleAreToldAtTheBrokersLevelsByDefault() {
    var limits = folder.plan("liquidate-only-level: { }, auto-liq-level: { }").onlyPlan().limits();
    assertThat(limits.liquidateOnlyLevel()).isEqualTo(Restriction.NONE);
    assertThat(limits.autoLiqLevel()).isEqualTo(Restriction.NONE);
  }

  @Test
  void readsTheTimeToBeFlatBy() {
    assertThat(folder.plan("flat-by: \"15:08\"").onlyPlan().limits().flatBy())
        .isEqualTo(LocalTime.of(15, 8));
  }

  @ParameterizedTest
  @CsvSource({
    "'', AT_OR_BELOW, NONE",
    "', passes: below', BELOW, NONE",
    "', passes: at-or-below, then: alert', AT_OR_BELOW, NONE",
    "', then: liquidate-only', AT_OR_BELOW, LIQUIDATE_ONLY"
  })
  void readsTheConsistency(String more, Passes passes, Restriction then) {
    assertThat(
            folder
                .plan("consistency: { best-day: 40.0%%%s }".formatted(more))
                .onlyPlan()
                .limits()
                .consistency())
        .isEqualTo(new Consistency(new BigDecimal("40"), passes, then));
  }

  @Test
  void readsTheDateFromWhichItsTextIsEffective() {
    assertThat(folder.plan("effective: 2026-01-05, flat-by: 15:00").onlyPlan().effective())
        .isEqualTo(LocalDate.of(2026, 1, 5));
  }

  @Test
  void hasNoDateByDefault() {
    assertThat(folder.onlyPlan().effective()).isNull();
  }

  @Test
  void noLimitIsTheBrokersAsReadFromAPlan() {
    assertThat(folder.onlyPlan().brokers()).isEmpty();
  }

  @Test
  void readsTheStart() {
    assertThat(folder.plan("start: 50000.25").onlyPlan().start()).isEqualTo(Money.of("50000.25"));
  }

  /** So begin accounts that are funded from nothing. */
  @Test
  void theStartMayBeZero() {
    assertThat(folder.plan("start: 0, trailing-drawdown: { amount: 2000 }").onlyPlan().start())
        .isEqualTo(Money.ZERO);
  }

  @Test
  void theStartIsTheAccountsOwnByDefault() {
    assertThat(folder.onlyPlan().start()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"50%, 75%, 90% | 50, 75, 90", "'80' | 80", "12.50%, 99 | 12.5, 99", "'' | ''"})
  void readsWhenToWarn(String written, String expected) {
    var bands =
        folder
            .plan(
                "trailing-drawdown: { amount: 9 }, warn-at: [%s]"
                    .formatted(written.replace("'", "")))
            .onlyPlan()
            .warnAt();
    assertThat(bands.stream().map(BigDecimal::toPlainString).toList())
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(", ")));
  }

  @Test
  void warnsAt50And75And90ByDefault() {
    assertThat(folder.onlyPlan().warnAt())
        .containsExactly(new BigDecimal("50"), new BigDecimal("75"), new BigDecimal("90"));
  }

  @Test
  void readsEveryPartOfTheAccounts() {
    folder.plans(
        "plans: [{ name: p, accounts: { name: \"EVAL*\", ids: [1, 3000000000], autoLiqProfileId: 12, riskCategoryId: 3 }, margin-used: { alert: 1% } }]");
    assertThat(folder.onlyPlan().accounts())
        .isEqualTo(new AccountSelector("EVAL*", Set.of(1L, 3_000_000_000L), 12L, 3L));
  }

  @Test
  void plansComeInTheOrderOfFilesThenOfLines() {
    folder.plans(
        "plans: [{ name: b, accounts: { name: B }, margin-used: { alert: 1% } }, { name: a, accounts: { name: A }, margin-used: { alert: 1% } }]");
    folder.write(
        "config/plans/05.yaml",
        "plans: [{ name: z, accounts: { name: Z }, margin-used: { alert: 1% } }]");
    assertThat(folder.settings().engine().plans().stream().map(Plan::name))
        .containsExactly("z", "b", "a");
  }

  @Test
  void hiddenFilesAreNoPlans() {
    folder.write("config/plans/.10.yaml", "not: [a plan").write("config/plans/readme.txt", "x");
    assertThat(folder.onlyPlan().name()).isEqualTo("p");
  }

  @Test
  void aPlanWithoutALimitIsAWarning() {
    folder.plans("plans: [{ name: p, accounts: { name: A } }]");
    assertThat(folder.warnings())
        .containsExactly("config/plans/10.yaml:1: plan (p) holds no limit.");
  }

  @Test
  void aFractionInPlaceOfAPercentageIsAWarning() {
    folder.plan("daily-loss-ladder: { alert: 0.02% of anchor }");
    assertThat(folder.warnings())
        .singleElement()
        .asString()
        .contains("daily-loss-ladder.alert is 0.02%");
  }

  @Test
  void aFractionOfTheBestDayIsAWarning() {
    folder.plan("consistency: { best-day: 0.4 }");
    assertThat(folder.warnings())
        .singleElement()
        .asString()
        .contains("consistency.best-day is 0.4%");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trailing-drawdown: { amount: 1 }",
        "daily-loss: { amount: 1 }",
        "daily-loss-ladder: { alert: 1 }",
        "weekly-loss: { amount: 1 }",
        "daily-profit: { amount: 1 }",
        "weekly-profit: { amount: 1 }",
        "margin-used: { alert: 70% }",
        "liquidate-only-level: { then: alert }",
        "auto-liq-level: { then: alert }",
        "max-contracts: { overall: 1 }",
        "consistency: { best-day: 40% }",
        "flat-by: 15:08",
        "news: [{ name: NFP, at: 2026-01-09T08:30, after: 2m }]"
      })
  void aPlanWithOneLimitIsNoWarning(String keys) {
    assertThat(folder.plan(keys).warnings()).isEmpty();
  }

  @Test
  void tellsWhereEachPlanIsWritten() {
    folder.plans("plans:\n  - accounts: { name: A }\n    name: p\n    flat-by: 15:08\n");
    assertThat(folder.settings().planLines())
        .containsExactly(Map.entry("p", new Location(home.resolve("config/plans/10.yaml"), 3)));
  }

  @Test
  void aFolderWithoutAPlanIsAWarning() throws Exception {
    Files.delete(home.resolve("config/plans/10.yaml"));
    assertThat(folder.warnings()).singleElement().asString().contains("holds no plan");
  }

  private static Amount percent(String percent, Base of) {
    return new Amount.Percent(new BigDecimal(percent), of);
  }
}
