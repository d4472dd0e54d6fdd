package io.plimsoll.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.fact.Rung;
import io.plimsoll.engine.risk.TrailingDrawdown.Basis;
import io.plimsoll.engine.risk.TrailingDrawdown.Cap;
import io.plimsoll.engine.risk.TrailingDrawdown.Moves;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every plan and every run of numbers; each seed is a few days of one account. */
class RiskPropertiesTest {
  private static final int STEPS = 300;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private record Step(Instant at, Reading reading) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void theFloorNeverFalls(long seed) {
    Money before = null;
    for (var state : states(seed)) {
      var floor = Objects.requireNonNull(state.trailing()).floor();
      assertThat(before == null || before.isAtMost(floor))
          .as("%s, then %s", before, floor)
          .isTrue();
      before = floor;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25})
  void roomAndFloorAreEquity(long seed) {
    var random = new Random(seed);
    for (var state : states(seed)) {
      var floor = Objects.requireNonNull(state.trailing());
      var equity = new Money(random.nextLong(-100_000_000_000L, 100_000_000_000L));
      assertThat(floor.room(equity).plus(floor.floor())).isEqualTo(equity);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48})
  void theUnknownAnywhereChangesNothingInTheEnd(long seed) {
    var plan = plan(new Random(seed));
    var steps = steps(new Random(seed));
    var random = new Random(~seed);
    var plain = RiskState.FIRST_SEEN;
    var disturbed = RiskState.FIRST_SEEN;
    var last = Reading.UNKNOWN;
    var before = RiskCase.MONDAY_9;
    for (var step : steps) {
      if (random.nextBoolean()) {
        var just = before.plusNanos(1);
        disturbed = Risk.evaluate(disturbed, plan, Reading.UNKNOWN, last, null, just);
      }
      plain = Risk.evaluate(plain, plan, step.reading(), last, null, step.at());
      disturbed = Risk.evaluate(disturbed, plan, step.reading(), last, null, step.at());
      last = step.reading();
      before = step.at();
      assertThat(disturbed).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53, 54, 55, 56, 57, 58})
  void numbersOfLatchingsOnlyRise(long seed) {
    long seen = 0;
    for (var state : states(seed)) {
      long count = state.latches().count();
      assertThat(count).isGreaterThanOrEqualTo(seen);
      assertThat(state.latches().open().values()).allMatch(latch -> latch.number() <= count);
      assertThat(state.latches().open().values().stream().map(Latch::number))
          .doesNotHaveDuplicates();
      seen = count;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {61, 62, 63, 64, 65, 66, 67, 68})
  void theStatesSayWhatIsLatched(long seed) {
    for (var state : states(seed)) {
      var latches = state.latches();
      assertThat(state.trailingLevel() == Level.REACHED)
          .isEqualTo(latches.isOpen("trailing-drawdown"));
      assertThat(state.dayLoss() == Rung.AUTO_LIQUIDATE)
          .isEqualTo(latches.isOpen("daily-loss.auto-liquidate"));
      assertThat(state.margin() == Rung.AUTO_LIQUIDATE)
          .isEqualTo(latches.isOpen("margin-used.auto-liquidate"));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {71, 72, 73, 74, 75})
  void theSameInputsGiveTheSameStates(long seed) {
    assertThat(states(seed)).isEqualTo(states(seed));
  }

  @ParameterizedTest
  @ValueSource(longs = {81, 82, 83, 84, 85, 86})
  void comesBackFromTheStoreAsItWas(long seed) {
    for (var state : states(seed)) {
      assertThat(JSON.readValue(JSON.writeValueAsString(state), RiskState.class)).isEqualTo(state);
      var released = state.released();
      assertThat(JSON.readValue(JSON.writeValueAsString(released), RiskState.class))
          .isEqualTo(released);
    }
  }

  private static List<RiskState> states(long seed) {
    var plan = plan(new Random(seed));
    var states = new ArrayList<RiskState>();
    var state = RiskState.FIRST_SEEN;
    var last = Reading.UNKNOWN;
    for (var step : steps(new Random(seed))) {
      state = Risk.evaluate(state, plan, step.reading(), last, null, step.at());
      last = step.reading();
      states.add(state);
    }
    return states;
  }

  /** Minutes to hours apart, over several resets; numbers that wander through every limit. */
  private static List<Step> steps(Random random) {
    var steps = new ArrayList<Step>();
    var now = RiskCase.MONDAY_9;
    var balance = Money.of(50_000);
    var startOfDay = balance;
    var maximum = balance;
    var date = SessionClock.CME.sessionDate(now);
    for (int i = 0; i < STEPS; i++) {
      now = now.plusSeconds(random.nextInt(1, 3_600)).plusNanos(random.nextInt(1_000_000_000));
      if (!SessionClock.CME.sessionDate(now).equals(date)) {
        date = SessionClock.CME.sessionDate(now);
        startOfDay = balance;
        maximum = Money.of(50_000);
      }
      balance = balance.plus(new Money(random.nextLong(-350_000_000, 360_000_000)));
      var open = new Money(random.nextLong(-500_000_000, 500_000_000));
      var equity = balance.plus(open);
      var used = Money.of(random.nextInt(0, 52_000));
      maximum = maximum.max(equity);
      steps.add(
          new Step(
              now,
              new Reading(
                  balance,
                  open,
                  equity,
                  used,
                  null,
                  null,
                  maximum,
                  startOfDay,
                  Money.ZERO,
                  date,
                  open.isZero() ? List.of() : List.of(new Holding("ESZ6", "ES", 1, true)),
                  null,
                  false)));
    }
    return steps;
  }

  private static Plan plan(Random random) {
    var amounts =
        List.of(
            new Amount.Fixed(Money.of(2_000)),
            new Amount.Percent(new BigDecimal("4"), Amount.Base.START),
            new Amount.Percent(new BigDecimal("6.5"), Amount.Base.PEAK));
    var moves =
        List.of(
            new Moves.AtTick(),
            new Moves.AtClose(),
            new Moves.AtClock(LocalTime.of(12, 0)),
            new Moves.Never());
    var caps =
        List.of(
            new Cap.None(),
            new Cap.AtStart(Money.of(100)),
            new Cap.AtLevel(Money.of(50_100)),
            new Cap.FreezeAt(Money.of(53_000)));
    var drawdown =
        new TrailingDrawdown(
            pick(random, amounts),
            pick(random, List.of(Basis.values())),
            pick(random, moves),
            pick(random, caps),
            pick(random, List.of(Breach.values())),
            Restriction.LIQUIDATE_AND_LOCK,
            pick(random, List.of(Until.values())));
    var anchor = new Amount.Percent(new BigDecimal("3"), Amount.Base.ANCHOR);
    return Plans.plan()
        .trailing(drawdown)
        .loss(new LossLadder(null, new Amount.Fixed(Money.of(800)), anchor))
        .margin(new MarginLadder(new BigDecimal("70"), new BigDecimal("85"), new BigDecimal("100")))
        .made();
  }

  private static <T> T pick(Random random, List<? extends T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
