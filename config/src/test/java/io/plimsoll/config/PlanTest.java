package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.AccountSelector;
import io.plimsoll.engine.risk.Amount;
import io.plimsoll.engine.risk.Amount.Base;
import io.plimsoll.engine.risk.Breach;
import io.plimsoll.engine.risk.LossLadder;
import io.plimsoll.engine.risk.MarginLadder;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.SessionClock;
import io.plimsoll.engine.risk.TrailingDrawdown;
import io.plimsoll.engine.risk.TrailingDrawdown.Basis;
import io.plimsoll.engine.risk.TrailingDrawdown.Cap;
import io.plimsoll.engine.risk.TrailingDrawdown.Moves;
import io.plimsoll.engine.risk.Until;
import io.plimsoll.engine.risk.WithoutPrices;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every key of a plan has its line here. */
class PlanTest {
  @TempDir Path home;
  private ConfigFolder folder;

  @BeforeEach
  void aCorrectConfig() {
    folder = new ConfigFolder(home);
  }

  static Stream<Arguments> trailingKeys() {
    return Stream.of(
        trailing("", TrailingDrawdown::amount, new Amount.Fixed(Money.of(2000))),
        trailing("", TrailingDrawdown::basis, Basis.EQUITY),
        trailing("basis: balance", TrailingDrawdown::basis, Basis.BALANCE),
        trailing("", TrailingDrawdown::moves, new Moves.AtTick()),
        trailing("moves: tick", TrailingDrawdown::moves, new Moves.AtTick()),
        trailing("moves: close", TrailingDrawdown::moves, new Moves.AtClose()),
        trailing("moves: never", TrailingDrawdown::moves, new Moves.Never()),
        trailing(
            "moves: \"16:00\"", TrailingDrawdown::moves, new Moves.AtClock(LocalTime.of(16, 0))),
        trailing("", TrailingDrawdown::cap, new Cap.None()),
        trailing("cap: none", TrailingDrawdown::cap, new Cap.None()),
        trailing("cap: start", TrailingDrawdown::cap, new Cap.AtStart(Money.ZERO)),
        trailing("cap: start + 100", TrailingDrawdown::cap, new Cap.AtStart(Money.of(100))),
        trailing("cap: start+100.50", TrailingDrawdown::cap, new Cap.AtStart(Money.of("100.50"))),
        trailing("cap: 50100", TrailingDrawdown::cap, new Cap.AtLevel(Money.of(50100))),
        trailing(
            "cap: freeze at 115000", TrailingDrawdown::cap, new Cap.FreezeAt(Money.of(115000))),
        trailing("", TrailingDrawdown::breach, Breach.AT_OR_BELOW),
        trailing("breach: below", TrailingDrawdown::breach, Breach.BELOW),
        trailing("", TrailingDrawdown::consequence, Restriction.LIQUIDATE_AND_LOCK),
        trailing("then: liquidate-only", TrailingDrawdown::consequence, Restriction.LIQUIDATE_ONLY),
        trailing("then: alert", TrailingDrawdown::consequence, Restriction.NONE),
        trailing("", TrailingDrawdown::until, Until.A_PERSON),
        trailing("until: next-reset", TrailingDrawdown::until, Until.NEXT_RESET));
  }

  @ParameterizedTest(name = "[{index}] {0} is {2}")
  @MethodSource("trailingKeys")
  void readsTheKeyOfTheTrailingDrawdown(
      String keys, Function<TrailingDrawdown, Object> part, Object expected) {
    var plan = folder.plan("trailing-drawdown: { amount: 2000, %s }".formatted(keys)).onlyPlan();
    assertThat(part.apply(Objects.requireNonNull(plan.trailingDrawdown()))).isEqualTo(expected);
  }

  static Stream<Arguments> amounts() {
    return Stream.of(
        arguments("2000", new Amount.Fixed(Money.of(2000))),
        arguments("\"2000\"", new Amount.Fixed(Money.of(2000))),
        arguments("2000.10", new Amount.Fixed(Money.of("2000.1"))),
        arguments("0.000001", new Amount.Fixed(new Money(1))),
        arguments("010", new Amount.Fixed(Money.of(10))),
        arguments("4% of start", percent("4", Base.START)),
        arguments("4.50 %  of start", percent("4.5", Base.START)),
        arguments("6% of peak", percent("6", Base.PEAK)));
  }

  @ParameterizedTest
  @MethodSource("amounts")
  void readsTheAmount(String written, Amount expected) {
    var plan = folder.plan("trailing-drawdown: { amount: %s }".formatted(written)).onlyPlan();
    assertThat(Objects.requireNonNull(plan.trailingDrawdown()).amount()).isEqualTo(expected);
  }

  @Test
  void readsTheLossLadder() {
    var plan =
        folder
            .plan(
                "daily-loss-ladder: { alert: 1000, liquidate-only: 3% of anchor, auto-liquidate: 4% of start }")
            .onlyPlan();
    assertThat(plan.dailyLossLadder())
        .isEqualTo(
            new LossLadder(
                new Amount.Fixed(Money.of(1000)),
                percent("3", Base.ANCHOR),
                percent("4", Base.START)));
  }

  @Test
  void aRungMayBeLeftOut() {
    assertThat(
            folder.plan("daily-loss-ladder: { auto-liquidate: 500 }").onlyPlan().dailyLossLadder())
        .isEqualTo(new LossLadder(null, null, new Amount.Fixed(Money.of(500))));
  }

  @Test
  void readsTheMarginLadderWithAndWithoutTheSign() {
    assertThat(
            folder
                .plan("margin-used: { alert: 70, liquidate-only: 85.5%, auto-liquidate: 120% }")
                .onlyPlan()
                .marginUsed())
        .isEqualTo(
            new MarginLadder(new BigDecimal("70"), new BigDecimal("85.5"), new BigDecimal("120")));
  }

  @Test
  void limitsThatAreLeftOutDoNotHold() {
    var plan = folder.onlyPlan();
    assertThat(plan.trailingDrawdown()).isNull();
    assertThat(plan.dailyLossLadder()).isNull();
    assertThat(plan.liquidateOnlyLevel()).isEqualTo(Restriction.NONE);
    assertThat(folder.plan("trailing-drawdown: { amount: 1 }").onlyPlan().marginUsed()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "alert, NONE",
    "liquidate-only, LIQUIDATE_ONLY",
    "liquidate-and-lock, LIQUIDATE_AND_LOCK"
  })
  void readsWhatFollowsAtTheLiquidateOnlyLevel(String written, Restriction expected) {
    assertThat(
            folder
                .plan("liquidate-only-level: { then: %s }".formatted(written))
                .onlyPlan()
                .liquidateOnlyLevel())
        .isEqualTo(expected);
  }

  @Test
  void onlyPeopleAreToldAtTheLiquidateOnlyLevelByDefault() {
    assertThat(folder.plan("liquidate-only-level: { }").onlyPlan().liquidateOnlyLevel())
        .isEqualTo(Restriction.NONE);
  }

  @Test
  void readsTheStart() {
    assertThat(folder.plan("start: 50000.25").onlyPlan().start()).isEqualTo(Money.of("50000.25"));
  }

  @Test
  void theStartIsTheAccountsOwnByDefault() {
    assertThat(folder.onlyPlan().start()).isNull();
  }

  @Test
  void theSessionIsTheFuturesMarketsByDefault() {
    assertThat(folder.onlyPlan().session()).isEqualTo(SessionClock.CME);
  }

  @Test
  void readsTheSession() {
    assertThat(
            folder
                .plan("session: { zone: Europe/Berlin, resets: \"00:00\", closes: \"22:10:30\" }")
                .onlyPlan()
                .session())
        .isEqualTo(
            new SessionClock(
                ZoneId.of("Europe/Berlin"), LocalTime.MIDNIGHT, LocalTime.of(22, 10, 30)));
  }

  @Test
  void theSessionClosesWhenItResetsByDefault() {
    assertThat(folder.plan("session: { resets: \"16:00\" }").onlyPlan().session().closes())
        .isEqualTo(LocalTime.of(16, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"08:30", "\"08:30\"", "8:30", "'08:30:00'"})
  void aTimeMayStandWithoutQuotes(String written) {
    assertThat(
            folder.plan("session: { resets: %s }".formatted(written)).onlyPlan().session().resets())
        .isEqualTo(LocalTime.of(8, 30));
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

  @ParameterizedTest
  @EnumSource(WithoutPrices.class)
  void whatCountsWithoutPricesIsChosen(WithoutPrices by) {
    var written = by.name().toLowerCase(Locale.ROOT);
    assertThat(folder.plan("without-prices: " + written).onlyPlan().withoutPrices()).isEqualTo(by);
  }

  @Test
  void withoutPricesEquityIsUnknownByDefault() {
    assertThat(folder.onlyPlan().withoutPrices()).isEqualTo(WithoutPrices.UNKNOWN);
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
  void aFolderWithoutAPlanIsAWarning() throws Exception {
    Files.delete(home.resolve("config/plans/10.yaml"));
    assertThat(folder.warnings()).singleElement().asString().contains("holds no plan");
  }

  private static Amount percent(String percent, Base of) {
    return new Amount.Percent(new BigDecimal(percent), of);
  }

  private static Arguments trailing(
      String keys, Function<TrailingDrawdown, Object> part, Object expected) {
    return arguments(keys, part, expected);
  }
}
