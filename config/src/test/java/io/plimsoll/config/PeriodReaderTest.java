package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.Amount;
import io.plimsoll.engine.risk.Amount.Base;
import io.plimsoll.engine.risk.Breach;
import io.plimsoll.engine.risk.Limits;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.PeriodLimit;
import io.plimsoll.engine.risk.PeriodLimit.Step;
import io.plimsoll.engine.risk.Until;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code daily-loss}, {@code weekly-loss}, {@code daily-profit}, {@code weekly-profit}. */
class PeriodReaderTest {
  private static final Map<String, Function<Limits, @Nullable PeriodLimit>> LIMITS =
      Map.of(
          "daily-loss", Limits::dayLoss,
          "weekly-loss", Limits::weekLoss,
          "daily-profit", Limits::dayProfit,
          "weekly-profit", Limits::weekProfit);

  @TempDir Path home;
  private ConfigFolder folder;

  @BeforeEach
  void aCorrectConfig() {
    folder = new ConfigFolder(home);
  }

  @ParameterizedTest
  @CsvSource({
    "daily-loss, NEXT_RESET",
    "weekly-loss, WEEK_RESET",
    "daily-profit, NEXT_RESET",
    "weekly-profit, WEEK_RESET"
  })
  void takesAnAmountAloneAndTheRestByDefault(String key, Until until) {
    assertThat(read(key, "amount: 1000"))
        .isEqualTo(
            new PeriodLimit(
                new Amount.Fixed(Money.of(1000)),
                List.of(),
                false,
                Breach.AT_OR_BELOW,
                false,
                Restriction.LIQUIDATE_AND_LOCK,
                until));
  }

  @ParameterizedTest
  @ValueSource(strings = {"daily-loss", "weekly-loss", "daily-profit", "weekly-profit"})
  void setsNoOtherLimit(String key) {
    folder.plan("%s: { amount: 1000 }".formatted(key));
    var limits = folder.onlyPlan().limits();
    LIMITS.forEach((other, limit) -> {
      if (!other.equals(key)) {
        assertThat(limit.apply(limits)).as(other).isNull();
      }
    });
  }

  static Stream<Arguments> keys() {
    return Stream.of(
        key("breach: below", PeriodLimit::breach, Breach.BELOW),
        key("breach: at-or-below", PeriodLimit::breach, Breach.AT_OR_BELOW),
        key("on: realized", PeriodLimit::realized, true),
        key("on: equity", PeriodLimit::realized, false),
        key("then: alert", PeriodLimit::consequence, Restriction.NONE),
        key("then: liquidate-only", PeriodLimit::consequence, Restriction.LIQUIDATE_ONLY),
        key("then: liquidate-and-lock", PeriodLimit::consequence, Restriction.LIQUIDATE_AND_LOCK),
        key("until: a-person", PeriodLimit::until, Until.A_PERSON),
        key("until: week-reset", PeriodLimit::until, Until.WEEK_RESET),
        key("steps: [{ from: 106000, amount: 3500 }]", PeriodLimit::stepsAtOnce, false),
        key(
            "steps: [{ from: 106000, amount: 3500 }], steps-at: now",
            PeriodLimit::stepsAtOnce,
            true),
        key(
            "steps: [{ from: 106000, amount: 3500 }], steps-at: at-once",
            PeriodLimit::stepsAtOnce,
            true),
        key(
            "steps: [{ from: 106000, amount: 3500 }], steps-at: next-reset",
            PeriodLimit::stepsAtOnce,
            false),
        key(
            "steps: [{ from: 106000, amount: 3500 }, { from: 110000, amount: 4% of start }]",
            PeriodLimit::steps,
            List.of(
                new Step(Money.of(106000), new Amount.Fixed(Money.of(3500))),
                new Step(Money.of(110000), percent("4", Base.START)))));
  }

  @ParameterizedTest(name = "[{index}] {0} is {2}")
  @MethodSource("keys")
  void takesTheKey(String keys, Function<PeriodLimit, Object> part, Object expected) {
    for (var limit : LIMITS.keySet()) {
      assertThat(part.apply(read(limit, "amount: 1000, " + keys))).as(limit).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1000.50      |
          3% of anchor | ANCHOR
          3% of start  | START
          """)
  void takesTheAmount(String written, @Nullable Base of) {
    Amount expected = of == null ? new Amount.Fixed(Money.of("1000.50")) : percent("3", of);
    for (var limit : LIMITS.keySet()) {
      assertThat(read(limit, "amount: " + written).amount()).as(limit).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({"at-or-above, AT_OR_BELOW", "above, BELOW"})
  void aProfitIsReachedFromBelow(String written, Breach breach) {
    assertThat(read("daily-profit", "amount: 1, breach: " + written).breach()).isEqualTo(breach);
    assertThat(read("weekly-profit", "amount: 1, breach: " + written).breach()).isEqualTo(breach);
  }

  @Test
  void theNextResetOfAWeeklyLimitIsTheWeeks() {
    assertThat(read("weekly-loss", "amount: 1, until: next-reset").until())
        .isEqualTo(Until.WEEK_RESET);
    assertThat(read("daily-loss", "amount: 1, until: next-reset").until())
        .isEqualTo(Until.NEXT_RESET);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          daily-loss    | then: alert | daily-loss.amount is missing. It is required.
          weekly-loss   | amount: 6% of peak | weekly-loss.amount (6% of peak) does not go with this limit: it cannot follow the peak. Write dollars, or a percentage of anchor or start.
          daily-profit  | amount: 2% | daily-profit.amount (2%) does not say of what. Write dollars, or a percentage of anchor or start.
          weekly-profit | amount: 0 | weekly-profit.amount (0) must be above zero. Leave the key out for no limit.
          daily-loss    | amount: 50000 | daily-loss.amount (50000.00) must be below start (50000.00).
          daily-loss    | amount: 1, anchor: blance | daily-loss.anchor (blance) is not known. Write balance, day-peak, equity, greater. Maybe (balance).
          daily-loss    | amount: 1, breach: above | daily-loss.breach (above) is not known. Write at-or-below, below.
          daily-profit  | amount: 1, breach: over | daily-profit.breach (over) is not known. Write above, at-or-above, at-or-below, below.
          daily-loss    | amount: 1, on: balance | daily-loss.on (balance) is not known. Write equity, realized.
          daily-loss    | amount: 1, then: flatten | daily-loss.then (flatten) is not known. Write alert, liquidate-and-lock, liquidate-only.
          daily-loss    | amount: 1, until: tomorrow | daily-loss.until (tomorrow) is not known. Write a-person, next-reset, week-reset.
          daily-loss    | amount: 1, steps: [] | daily-loss.steps is empty. Write a step, such as { from: 106000, amount: 3500 }, or remove the key.
          daily-loss    | amount: 1, steps: 3500 | daily-loss.steps is one value. Write a list, such as [a, b].
          daily-loss    | amount: 1, steps: [{ from: 106000 }] | daily-loss.steps.amount is missing. It is required.
          daily-loss    | amount: 1, steps: [{ amount: 3500 }] | daily-loss.steps.from is missing. It is required.
          daily-loss    | amount: 1, steps: [{ from: 4%, amount: 3500 }] | daily-loss.steps.from (4%) is not a level of money. Write digits, such as 50100 or -2000.
          daily-loss    | amount: 1, steps: [{ form: 1, from: 2, amount: 3 }] | daily-loss.steps has no key (form). Maybe (from).
          daily-loss    | amount: 1, steps: [{ from: 2, amount: 3 }, { from: 2, amount: 4 }] | daily-loss.steps.from (2.00) must be above the one before (2.00). Write steps from the lowest to the highest.
          daily-loss    | amount: 1, steps-at: now | daily-loss.steps-at says when steps count, and there are none. Write steps, or remove it.
          daily-loss    | amount: 1, steps: [{ from: 2, amount: 3 }], steps-at: soon | daily-loss.steps-at (soon) is not known. Write at-once, next-reset, now.
          daily-loss    | amuont: 1, amount: 1 | daily-loss has no key (amuont). Maybe (amount).
          """)
  void refuses(String limit, String keys, String problem) {
    assertThat(folder.plan("start: 50000, %s: { %s }".formatted(limit, keys)).texts())
        .containsExactly(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"daily-loss", "daily-profit"})
  void aPercentageOfAStartThatIsNothingIsRefused(String limit) {
    assertThat(folder.plan("start: 0, %s: { amount: 4%% of start }".formatted(limit)).texts())
        .containsExactly(
            "%s.amount is a percentage of start, and start is 0. Write dollars.".formatted(limit));
  }

  /** The engine says in a finding that it does not apply. */
  @Test
  void aPercentageOfTheAnchorIsTakenWhereTheStartIsNothing() {
    folder.plan("start: 0, daily-loss: { amount: 2% of anchor }");
    assertThat(folder.settings().warnings()).isEmpty();
  }

  @Test
  void aProfitMayBeLargerThanTheStart() {
    folder.plan("start: 1000, weekly-profit: { amount: 5000 }");
    assertThat(folder.onlyPlan().limits().weekProfit()).isNotNull();
  }

  @Test
  void aFractionInPlaceOfAPercentageIsAWarning() {
    folder.plan(
        "weekly-loss: { amount: 0.05% of anchor, steps: [{ from: 1, amount: 0.06% of start }] }");
    assertThat(folder.warnings())
        .satisfiesExactly(
            first -> assertThat(first).contains("weekly-loss.amount is 0.05%"),
            second -> assertThat(second).contains("weekly-loss.steps.amount is 0.06%"));
  }

  private PeriodLimit read(String limit, String keys) {
    folder.plan("%s: { %s }".formatted(limit, keys));
    return Objects.requireNonNull(
        Objects.requireNonNull(LIMITS.get(limit)).apply(folder.onlyPlan().limits()));
  }

  private static Amount percent(String percent, Base of) {
    return new Amount.Percent(new BigDecimal(percent), of);
  }

  private static Arguments key(String keys, Function<PeriodLimit, Object> part, Object expected) {
    return arguments(keys, part, expected);
  }
}
