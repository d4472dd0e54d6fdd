package io.plimsoll.engine.tradovate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HourlyBudgetTest {
  private static final Instant START = Instant.parse("2026-11-20T15:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  /** Calls in bursts, in a trickle, at whole hours and just before and after them. */
  private static List<Instant> times(Random random, int count) {
    var times = new ArrayList<Instant>();
    var now = START;
    for (int call = 0; call < count; call++) {
      times.add(now);
      now =
          now.plus(
              switch (random.nextInt(8)) {
                case 0, 1, 2, 3 -> Duration.ofNanos(random.nextInt(3));
                case 4 -> Duration.ofMillis(random.nextInt(100));
                case 5 -> Duration.ofSeconds(random.nextInt(600));
                case 6 -> Duration.ofMinutes(random.nextInt(59));
                default -> HOUR.minusSeconds(random.nextInt(40)).plusSeconds(random.nextInt(80));
              });
    }
    return times;
  }

  private static List<Instant> made(List<Instant> wanted, int most) {
    var budget = new HourlyBudget("calls", most);
    var made = new ArrayList<Instant>();
    for (var at : wanted) {
      if (budget.pause(at).isZero()) {
        budget.add(at);
        made.add(at);
      }
    }
    return made;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void inNoHourAreMoreThanTheLimit(long seed) {
    var random = new Random(seed);
    int most = 1 + random.nextInt(40);
    var made = made(times(random, 2000), most);
    assertThat(made).hasSizeGreaterThan(most);
    for (int last = most; last < made.size(); last++) {
      assertThat(Duration.between(made.get(last - most), made.get(last)))
          .as("calls %d to %d of seed %d with at most %d", last - most, last, seed, most)
          .isGreaterThan(HOUR);
    }
  }

  /** Each reaches the broker after up to thirty seconds of its own, in whatever order. */
  @ParameterizedTest
  @MethodSource("seeds")
  void inNoHourDoMoreThanTheLimitReachTheBroker(long seed) {
    var random = new Random(seed);
    int most = 1 + random.nextInt(40);
    var arrived =
        made(times(random, 2000), most).stream()
            .map(at -> at.plusMillis(random.nextInt(30_000)))
            .sorted()
            .toList();
    for (int last = most; last < arrived.size(); last++) {
      assertThat(Duration.between(arrived.get(last - most), arrived.get(last))).isGreaterThan(HOUR);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsLeftOfTheLimitIsGiven(long seed) {
    var random = new Random(seed);
    int most = 1 + random.nextInt(40);
    var wanted = times(random, 2000);
    var made = made(wanted, most);
    for (var at : wanted) {
      var since = at.minus(HourlyBudget.REMEMBERED);
      long before = made.stream().filter(one -> one.isAfter(since) && one.isBefore(at)).count();
      if (before < most) {
        assertThat(made).as("at %s of seed %d", at, seed).contains(at);
      }
    }
  }

  @Test
  void theWholeLimitMayGoAtOnce() {
    var wanted = new ArrayList<Instant>();
    for (int call = 0; call < 5001; call++) {
      wanted.add(START);
    }
    assertThat(made(wanted, 5000)).hasSize(5000);
  }

  @Test
  void afterThePauseOneMoreMayBeMadeAndNotBefore() {
    var budget = new HourlyBudget("calls", 2);
    budget.add(START);
    budget.add(START.plusSeconds(600));
    var now = START.plusSeconds(1200);
    var pause = budget.pause(now);
    assertThat(pause).isEqualTo(HourlyBudget.REMEMBERED.minusSeconds(1200));
    assertThat(budget.pause(now.plus(pause).minusNanos(1))).isPositive();
    assertThat(budget.pause(now.plus(pause))).isZero();
  }
}
