package io.plimsoll.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The story by its ticks, four to the second. */
class DemoTest {
  private static final int TICKS = 240;
  private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 42L);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42})
  void theEvaluationRisesThenFalls2000BelowItsPeakAboutSecondTen(long seed) {
    var path = equity(seed, 1001);
    var peak = path.stream().max(BigDecimal::compareTo).orElseThrow();
    var breach =
        firstTick(path, equity -> equity.compareTo(peak.subtract(new BigDecimal(2000))) <= 0);

    assertThat(peak).isBetween(new BigDecimal("50600"), new BigDecimal("50900"));
    assertThat(breach).isBetween(36, 44);
    assertThat(path.getLast())
        .isBetween(peak.subtract(new BigDecimal(2600)), peak.subtract(new BigDecimal(2200)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42})
  void theFundedAccountLosesTwoPercentAboutSecondEighteenAndStaysBelowTwoPointEight(long seed) {
    var path = equity(seed, 1002);

    assertThat(firstTick(path, equity -> equity.compareTo(new BigDecimal(98_000)) <= 0))
        .isBetween(68, 76);
    assertThat(path).allMatch(equity -> equity.compareTo(new BigDecimal(97_200)) > 0);
    assertThat(path.subList(84, TICKS))
        .allMatch(equity -> equity.compareTo(new BigDecimal(98_000)) < 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42})
  void theLiveAccountFallsBelowItsLiqOnlyLevelAboutSecondTwentySix(long seed) {
    var path = equity(seed, 1003);

    assertThat(firstTick(path, equity -> equity.compareTo(new BigDecimal(24_000)) < 0))
        .isBetween(100, 108);
    assertThat(path.subList(112, TICKS))
        .allSatisfy(equity ->
            assertThat(equity).isBetween(new BigDecimal("23900"), new BigDecimal("23999.99")));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42})
  void theShortAccountWins3000AboutSecondTwentyTwoAndIsNeverFarBelowItsStart(long seed) {
    var path = equity(seed, 1005);

    assertThat(firstTick(path, equity -> equity.compareTo(new BigDecimal(53_000)) >= 0))
        .isBetween(84, 94);
    assertThat(path).allMatch(equity -> equity.compareTo(new BigDecimal(49_500)) > 0);
    assertThat(path.getLast()).isBetween(new BigDecimal(54_100), new BigDecimal(54_300));
  }

  @Test
  void theOthersStayHealthy() {
    for (var seed : SEEDS) {
      assertThat(equity(seed, 1004))
          .allSatisfy(equity ->
              assertThat(equity).isBetween(new BigDecimal("9900"), new BigDecimal("10100")));
      assertThat(equity(seed, 2001))
          .allSatisfy(equity ->
              assertThat(equity).isBetween(new BigDecimal("49900"), new BigDecimal("50100")));
    }
  }

  @Test
  void nothingMovesBeforeTheFirstSync() {
    try (var broker = demo(1)) {
      broker.tick();
      assertThat(broker.control().price("ESZ6")).isEqualByComparingTo("6000");

      try (var _ = Wire.synced(broker)) {
        LongStream.range(0, 10).forEach(_ -> broker.tick());
        assertThat(broker.control().price("ESZ6")).isGreaterThan(new BigDecimal("6000"));
      }
    }
  }

  @Test
  void aPriceSetByHandStays() {
    try (var broker = demo(1);
        var _ = Wire.synced(broker)) {
      broker.control().setPrice("ESZ6", new BigDecimal("6100"));
      broker.tick();

      assertThat(broker.control().price("ESZ6")).isEqualByComparingTo("6100");
    }
  }

  @Test
  void theAccountsAreThereWithTheirSettings() {
    try (var broker = demo(1)) {
      var rest = Rest.loggedIn(broker);

      assertThat(rest.get("account/list").size()).isEqualTo(25);
      assertThat(rest.get("account/find?name=EVAL50K-1001").path("evaluationSize").asInt())
          .isEqualTo(50_000);
      assertThat(rest.get("account/find?name=STATIC50K-2020").path("id").asLong()).isEqualTo(2020);
      assertThat(rest.get("marginSnapshot/item?id=1003").path("liqOnlyLevel").asInt())
          .isEqualTo(24_000);
      assertThat(rest.get("marginSnapshot/item?id=1003").path("autoLiqLevel").asInt())
          .isEqualTo(22_000);
      assertThat(rest.get("userAccountAutoLiq/list").size()).isEqualTo(1);
      assertThat(rest.get("userAccountAutoLiq/item?id=1004").has("dailyLossAutoLiq")).isTrue();
    }
  }

  private static List<BigDecimal> equity(long seed, long account) {
    try (var broker = demo(seed);
        var _ = Wire.synced(broker)) {
      var path = new ArrayList<BigDecimal>();
      for (var tick = 0; tick < TICKS; tick++) {
        broker.tick();
        path.add(broker.control().account(account).equity());
      }
      return path;
    }
  }

  private static int firstTick(List<BigDecimal> path, Predicate<BigDecimal> reached) {
    for (var tick = 0; tick < path.size(); tick++) {
      if (reached.test(path.get(tick))) {
        return tick + 1;
      }
    }
    return -1;
  }

  private static Simulator demo(long seed) {
    return Simulator.start(Brokers.still().withSeed(seed).withScenario(Settings.ScenarioName.demo));
  }
}
