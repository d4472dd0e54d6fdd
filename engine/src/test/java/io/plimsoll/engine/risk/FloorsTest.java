package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Plans.evaluation50k;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.open;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Restriction;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** From 50,000 at the start of the day. */
class FloorsTest {
  @Test
  void roomIsNegativeBelowAFloor() {
    var floor = new Floor("trailing-drawdown", Money.of(48_000));
    assertThat(floor.room(Money.of("47999.99"))).isEqualTo(Money.of("-0.01"));
    assertThat(floor.room(Money.of(48_500))).isEqualTo(Money.of(500));
  }

  @Test
  void theTrailIsAFloorThatRisesWithItsPeak() {
    assertThat(floors(open(evaluation50k()).equity("50750").equity("50000")))
        .containsExactly(floor("trailing-drawdown", "48750"));
  }

  @Test
  void everyRungOfTheLadderIsAFloor() {
    var ladder = new LossLadder(percent("2"), percent("3"), new Amount.Fixed(Money.of(2_000)));
    assertThat(floors(open(plan().loss(ladder))))
        .containsExactly(
            floor("daily-loss.alert", "49000"),
            floor("daily-loss.liquidate-only", "48500"),
            floor("daily-loss.auto-liquidate", "48000"));
  }

  @Test
  void theHighestIsFirstWhicheverLimitItIsOf() {
    var both = evaluation50k().limit("dayLoss", loss(1_000, false));
    assertThat(floors(open(both)))
        .containsExactly(floor("daily-loss", "49000"), floor("trailing-drawdown", "48000"));
    assertThat(floors(open(both).equity("51500")))
        .containsExactly(floor("trailing-drawdown", "49500"), floor("daily-loss", "49000"));
  }

  @Test
  void theWeeksLossIsAFloorBelowTheWeeksAnchor() {
    assertThat(floors(open(plan().limit("weekLoss", loss(2_500, false))).weekRealized("500")))
        .containsExactly(floor("weekly-loss", "47500"));
  }

  @Test
  void aLossOfWhatIsRealizedIsNoFloorOfEquity() {
    assertThat(floors(open(plan().limit("dayLoss", loss(1_000, true))))).isEmpty();
  }

  @Test
  void theBrokersLevelsAreFloorsAndZeroIsNone() {
    var account =
        open(plan().brokerLevel(Restriction.LIQUIDATE_ONLY))
            .liqOnlyLevel("24000")
            .autoLiqLevel("22000")
            .tick();
    assertThat(floors(account))
        .containsExactly(floor("liquidate-only-level", "24000"), floor("auto-liq-level", "22000"));
    assertThat(floors(account.liqOnlyLevel("0").autoLiqLevel(null).tick())).isEmpty();
  }

  @Test
  void aLimitSetAtTheBrokerIsAFloorWhereThePlanHasNone() {
    var numbers = new TreeMap<String, BigDecimal>();
    numbers.put("dailyLossAlert", new BigDecimal("300"));
    var imposed = new Imposed(numbers, false, null, new TreeSet<>());
    assertThat(floors(open(plan()).imposed(imposed).tick()))
        .containsExactly(floor("daily-loss.alert", "49700"));
  }

  @Test
  void withoutAnAnchorALossHasNoFloorYet() {
    var account = risk(plan().limit("dayLoss", loss(1_000, false))).startOfDay(null, null).tick();
    assertThat(floors(account)).isEmpty();
  }

  @Test
  void aFloorThatWasReachedStandsThoughThePlanHasNoTrailAnyMore() {
    var left = open(evaluation50k()).equity("47000").held(plan()).tick();
    assertThat(floors(left)).containsExactly(floor("trailing-drawdown", "48000"));
    var clear = open(evaluation50k()).equity("49000").held(plan()).tick();
    assertThat(floors(clear)).isEmpty();
  }

  private static Amount percent(String ofAnchor) {
    return new Amount.Percent(new BigDecimal(ofAnchor), Amount.Base.ANCHOR);
  }

  private static PeriodLimit loss(long dollars, boolean realized) {
    return new PeriodLimit(
        new Amount.Fixed(Money.of(dollars)),
        List.of(),
        false,
        Breach.AT_OR_BELOW,
        realized,
        Restriction.LIQUIDATE_AND_LOCK,
        Until.NEXT_RESET);
  }

  private static Floor floor(String limit, String level) {
    return new Floor(limit, Money.of(level));
  }

  private static List<Floor> floors(RiskCase account) {
    return Facts.floors(account.plan(), account.state(), account.reading());
  }
}
