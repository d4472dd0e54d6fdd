package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.Amount;
import io.plimsoll.engine.risk.Amount.Base;
import io.plimsoll.engine.risk.Breach;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.TrailingDrawdown;
import io.plimsoll.engine.risk.TrailingDrawdown.Basis;
import io.plimsoll.engine.risk.TrailingDrawdown.Cap;
import io.plimsoll.engine.risk.TrailingDrawdown.Moves;
import io.plimsoll.engine.risk.Until;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code trailing-drawdown}: each key taken, and its default; what does not go together. */
class TrailingReaderTest {
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
        trailing("cap: 0", TrailingDrawdown::cap, new Cap.AtLevel(Money.ZERO)),
        trailing("cap: -500", TrailingDrawdown::cap, new Cap.AtLevel(Money.of(-500))),
        trailing(
            "cap: freeze at 115000", TrailingDrawdown::cap, new Cap.FreezeAt(Money.of(115000))),
        trailing("", TrailingDrawdown::breach, Breach.AT_OR_BELOW),
        trailing("breach: below", TrailingDrawdown::breach, Breach.BELOW),
        trailing("", TrailingDrawdown::consequence, Restriction.LIQUIDATE_AND_LOCK),
        trailing("then: liquidate-only", TrailingDrawdown::consequence, Restriction.LIQUIDATE_ONLY),
        trailing("then: alert", TrailingDrawdown::consequence, Restriction.NONE),
        trailing("", TrailingDrawdown::until, Until.A_PERSON),
        trailing("until: next-reset", TrailingDrawdown::until, Until.NEXT_RESET),
        trailing("until: week-reset", TrailingDrawdown::until, Until.WEEK_RESET),
        trailing("", TrailingDrawdown::flowsShift, true),
        trailing("flows: shift", TrailingDrawdown::flowsShift, true),
        trailing("flows: keep", TrailingDrawdown::flowsShift, false),
        trailing("moves: never", part -> String.valueOf(part.fixed()), "null"));
  }

  @ParameterizedTest(name = "[{index}] {0} is {2}")
  @MethodSource("trailingKeys")
  void readsTheKeyOfTheTrailingDrawdown(
      String keys, Function<TrailingDrawdown, Object> part, Object expected) {
    var plan = folder.plan("trailing-drawdown: { amount: 2000, %s }".formatted(keys)).onlyPlan();
    assertThat(part.apply(Objects.requireNonNull(plan.trailing()))).isEqualTo(expected);
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
    assertThat(Objects.requireNonNull(plan.trailing()).amount()).isEqualTo(expected);
  }

  @Test
  void aFloorStandsInThePlaceOfAnAmountWhichFollowsFromIt() {
    var trailing = only("start: 100000, trailing-drawdown: { floor: 99375, moves: never }");
    assertThat(trailing.fixed()).isEqualTo(Money.of(99375));
    assertThat(trailing.amount()).isEqualTo(new Amount.Fixed(Money.of(625)));
  }

  @Test
  void aFloorAloneNeverMoves() {
    var trailing = only("start: 100000, trailing-drawdown: { floor: 99375 }");
    assertThat(trailing.moves()).isEqualTo(new Moves.Never());
  }

  @Test
  void aFloorMayLieBelowZero() {
    var trailing = only("start: 0, trailing-drawdown: { floor: -2000, moves: never }");
    assertThat(trailing.fixed()).isEqualTo(Money.of(-2000));
    assertThat(trailing.amount()).isEqualTo(new Amount.Fixed(Money.of(2000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trailing-drawdown: { floor: 48000, moves: never, amount: 2000 }",
        "start: 50000, trailing-drawdown: { floor: 48000, moves: never, amount: 4% of start }"
      })
  void aFloorAndTheAmountThatLeadsToItGoTogether(String keys) {
    assertThat(only(keys).fixed()).isEqualTo(Money.of(48000));
  }

  @Test
  void anAccountFundedFromZeroMayTrailByAnyAmountOfDollars() {
    var trailing = only("start: 0, trailing-drawdown: { amount: 2000, cap: start }");
    assertThat(trailing.cap()).isEqualTo(new Cap.AtStart(Money.ZERO));
  }

  @Test
  void aCapMayLieWhereTheFloorBegins() {
    assertThat(only("start: 50000, trailing-drawdown: { amount: 2000, cap: 48000 }").cap())
        .isEqualTo(new Cap.AtLevel(Money.of(48000)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          start: 50000 | floor: 48000, moves: close | trailing-drawdown.floor stays where it is. Write moves: never with it, or an amount in its place.
          start: 50000 | floor: 50000, moves: never | trailing-drawdown.floor (50000.00) must be below start (50000.00).
          start: 50000 | floor: 48500, moves: never, amount: 2000 | trailing-drawdown.floor (48500.00) is not start less amount (48000.00). Write one of them alone.
          warn-at: [50%] | floor: 48000, moves: never | trailing-drawdown.floor needs start: warnings tell how much of the way down is used up. Write start.
          start: 50000 | floor: 4%, moves: never | trailing-drawdown.floor (4%) is not a level of money. Write digits, such as 50100 or -2000.
          start: 50000 | amount: 2000, cap: 5010 | trailing-drawdown.cap (5010.00) lies below where the floor begins (48000.00). Write a level that it rises to.
          start: 50000 | amount: 4% of peak, cap: 47999.99 | trailing-drawdown.cap (47999.99) lies below where the floor begins (48000.00). Write a level that it rises to.
          start: 50000 | amount: 2000, flows: stay | trailing-drawdown.flows (stay) is not known. Write keep, shift.
          start: 0 | amount: 4% of start | trailing-drawdown.amount is a percentage of start, and start is 0. Write dollars.
          start: 0 | amount: 4% of peak | trailing-drawdown.amount is a percentage of a peak that begins at 0, as start says. Write dollars.
          start: 50000 | basis: equity, moves: never | trailing-drawdown.amount is missing. It is required.
          start: 50000 | amount: 2000, flor: 48000 | trailing-drawdown has no key (flor). Maybe (floor).
          """)
  void refuses(String beside, String keys, String problem) {
    assertThat(folder.plan("%s, trailing-drawdown: { %s }".formatted(beside, keys)).texts())
        .containsExactly(problem);
  }

  @Test
  void aFractionInPlaceOfAPercentageIsAWarning() {
    folder.plan("start: 50000, trailing-drawdown: { amount: 0.04% of start }");
    assertThat(folder.warnings())
        .containsExactly(
            "config/plans/10.yaml:1: trailing-drawdown.amount is 0.04%, less than one hundredth. Percentages go from 0 to 100: is it meant?");
  }

  private TrailingDrawdown only(String keys) {
    return Objects.requireNonNull(folder.plan(keys).onlyPlan().trailing());
  }

  private static Amount percent(String percent, Base of) {
    return new Amount.Percent(new BigDecimal(percent), of);
  }

  private static Arguments trailing(
      String keys, Function<TrailingDrawdown, Object> part, Object expected) {
    return arguments(keys, part, expected);
  }
}
