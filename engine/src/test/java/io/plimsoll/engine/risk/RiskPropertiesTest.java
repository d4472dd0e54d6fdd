package io.plimsoll.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.ActionProof;
import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.fact.Rung;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What holds for every plan and every run of numbers. Each seed is a plan with limits of every kind
 * and some days of one account.
 */
class RiskPropertiesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  /** A deposit or a payout begins a new period of the floor. */
  @ParameterizedTest
  @MethodSource("seeds")
  void theFloorNeverFallsBetweenDepositsAndPayouts(long seed) {
    Money before = null;
    for (var moment : AnyAccount.moments(seed)) {
      var trailing = moment.state().trailing();
      var floor = trailing == null ? null : trailing.floor();
      if (before != null && !(moment.event() instanceof AnyDays.Event.Flow)) {
        assertThat(floor).as("after %s", moment.event()).isNotNull().isGreaterThanOrEqualTo(before);
      }
      before = floor;
    }
  }

  /** Of an account whose numbers have all come. */
  @ParameterizedTest
  @MethodSource("seeds")
  void roomAndFloorAreEquity(long seed) {
    var plan = AnyDays.plan(seed);
    for (var moment : AnyAccount.moments(seed)) {
      var figures = Facts.figures(1, plan, moment.state(), moment.last());
      assertThat(figures.floor() == null).isEqualTo(moment.state().trailing() == null);
      if (figures.floor() != null) {
        assertThat(figures.floor().add(figures.room())).isEqualByComparingTo(figures.equity());
      }
    }
  }

  /** At every step the same latches, rungs and warnings; so the same facts for rules. */
  @ParameterizedTest
  @MethodSource("seeds")
  void aPercentageAndItsDollarsAgree(long seed) {
    var plan = AnyDays.plan(seed);
    var percent = new AnyAccount();
    var dollars = new AnyAccount();
    for (var event : AnyDays.of(seed, plan)) {
      percent.take(event, plan);
      var same = InDollars.of(plan, percent.state());
      dollars.take(event, same);
      isSame(dollars.state(), percent.state(), event);
      assertThat(Facts.risk(1, same, dollars.state(), dollars.last(), ActionProof.FINE))
          .isEqualTo(Facts.risk(1, plan, percent.state(), percent.last(), ActionProof.FINE));
    }
  }

  /** Margin has no dollars in a plan; these are reckoned here. */
  @ParameterizedTest
  @MethodSource("seeds")
  void aRungOfMarginIsReachedAtItsDollars(long seed) {
    var ladder = AnyDays.plan(seed).limits().margin();
    for (var moment : AnyAccount.moments(seed)) {
      if (ladder != null && moment.event() instanceof AnyDays.Event.Numbers(var at, var reading)) {
        var marks = moment.state().marks();
        assertThat(marks.has(MarginLimit.ALERT)).isEqualTo(isOver(ladder.alert(), reading));
        if (isOver(ladder.liquidateOnly(), reading)
            && isHeldTo(marks, MarginLimit.LIQUIDATE_ONLY)) {
          assertThat(moment.state().margin()).isGreaterThanOrEqualTo(Rung.LIQUIDATE_ONLY);
        }
        if (isOver(ladder.autoLiquidate(), reading)
            && isHeldTo(marks, MarginLimit.AUTO_LIQUIDATE)) {
          assertThat(moment.state().margin()).isEqualTo(Rung.AUTO_LIQUIDATE);
        }
      }
    }
  }

  private static boolean isOver(@Nullable BigDecimal percent, Reading reading) {
    var used = reading.usedMargin();
    var equity = reading.equity();
    return percent != null
        && used != null
        && equity != null
        && used.isPositive()
        && used.toBigDecimal().movePointRight(2).compareTo(equity.toBigDecimal().multiply(percent))
            >= 0;
  }

  /** Neither let off by a person nor waiting for another evaluation. */
  private static boolean isHeldTo(Marks marks, String limit) {
    return !marks.latches().disarmed().contains(limit) && !marks.confirming().containsKey(limit);
  }

  /** Everything is unknown, or some of it, at some time between any two evaluations. */
  @ParameterizedTest
  @MethodSource("seeds")
  void theUnknownAnywhereChangesNothing(long seed) {
    var plan = AnyDays.plan(seed);
    var random = new Random(seed);
    var plain = new AnyAccount();
    var disturbed = new AnyAccount();
    @Nullable Instant before = null;
    for (var event : AnyDays.of(seed, plan)) {
      if (before != null && random.nextBoolean() && before.plusNanos(2).isBefore(event.at())) {
        long nanos = Duration.between(before, event.at()).toNanos();
        var at = before.plusNanos(random.nextLong(1, nanos));
        disturbed.take(partly(disturbed.last(), random), at, plan);
      }
      plain.take(event, plan);
      disturbed.take(event, plan);
      isSame(disturbed.state(), plain.state(), event);
      before = event.at();
    }
  }

  /** Says of states that differ only where they do. */
  private static void isSame(RiskState state, RiskState other, AnyDays.Event event) {
    if (!state.equals(other)) {
      assertThat(state).as("after %s", event).usingRecursiveComparison().isEqualTo(other);
    }
  }

  /**
   * The equity is unknown, and each other number by chance. The limits set at the broker stay known
   * in the book.
   */
  private static Reading partly(Reading known, Random random) {
    var partly = Altered.with(Altered.with(known, "equity", null), "jumped", false);
    for (var part : List.of("balance", "usedMargin", "maxNetLiq", "startOfDay", "holdings")) {
      partly = random.nextInt(3) > 0 ? Altered.with(partly, part, null) : partly;
    }
    return partly;
  }

  /** The state goes to the store and comes back, and numbers last known are forgotten. */
  @ParameterizedTest
  @MethodSource("seeds")
  void aRestartAnywhereChangesNothing(long seed) {
    var plan = AnyDays.plan(seed);
    var random = new Random(seed);
    var plain = new AnyAccount();
    var restarted = new AnyAccount();
    for (var event : AnyDays.of(seed, plan)) {
      if (random.nextInt(4) == 0) {
        var text = JSON.writeValueAsString(restarted.state());
        restarted.restart(JSON.readValue(text, RiskState.class));
      }
      plain.take(event, plan);
      restarted.take(event, plan);
      isSame(restarted.state(), plain.state(), event);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void numbersOfLatchingsOnlyRise(long seed) {
    long seen = 0;
    for (var moment : AnyAccount.moments(seed)) {
      var latches = moment.state().latches();
      assertThat(latches.count()).isGreaterThanOrEqualTo(seen);
      assertThat(latches.open().values()).allMatch(latch -> latch.number() <= latches.count());
      assertThat(latches.open().values().stream().map(Latch::number)).doesNotHaveDuplicates();
      seen = latches.count();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theStatesSayWhatIsLatched(long seed) {
    for (var moment : AnyAccount.moments(seed)) {
      var state = moment.state();
      assertThat(state.trailingLevel() == Level.REACHED)
          .isEqualTo(state.latches().isOpen("trailing-drawdown"));
      assertThat(state.dayLoss() == Rung.AUTO_LIQUIDATE)
          .isEqualTo(state.latches().isOpen("daily-loss.auto-liquidate"));
      assertThat(state.margin() == Rung.AUTO_LIQUIDATE)
          .isEqualTo(state.latches().isOpen("margin-used.auto-liquidate"));
    }
  }

  /** Else a property of what is latched would hold of nothing. */
  @Test
  void theseDaysReachLimitsOfEveryKind() {
    var reached = new TreeSet<String>();
    seeds()
        .mapToObj(AnyAccount::moments)
        .flatMap(List::stream)
        .forEach(moment -> {
          reached.addAll(moment.state().latches().open().keySet());
          reached.addAll(moment.state().marks().signs());
        });
    assertThat(reached)
        .contains(
            "trailing-drawdown",
            "trailing-drawdown.near/90%",
            "daily-loss",
            "daily-loss.alert",
            "daily-loss.liquidate-only",
            "daily-loss.auto-liquidate",
            "weekly-loss",
            "daily-profit",
            "weekly-profit",
            "margin-used.alert",
            "margin-used.liquidate-only",
            "margin-used.auto-liquidate",
            "liquidate-only-level",
            "auto-liq-level",
            "contract-limit",
            "contract-limit/index",
            "consistency",
            "flat-by",
            "news-window/FOMC",
            "settings-weakened/dailyLossAutoLiq",
            "floor-drift");
  }
}
