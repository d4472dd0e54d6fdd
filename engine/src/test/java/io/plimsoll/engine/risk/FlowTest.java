package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Limited.percent;
import static io.plimsoll.engine.risk.Limited.to;
import static io.plimsoll.engine.risk.Plans.evaluation50k;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.open;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static io.plimsoll.engine.risk.Trails.endOfDay;
import static io.plimsoll.engine.risk.Trails.trail;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.risk.TrailingDrawdown.Cap;
import io.plimsoll.engine.risk.TrailingDrawdown.Moves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deposits and payouts are neither profit nor loss. */
class FlowTest {
  @ParameterizedTest
  @CsvSource({"-2000, 48000", "5000, 55000"})
  void theAnchorsOfDayAndWeekShift(String flow, String anchor) {
    var account = risk(plan()).tick().flowed(flow);
    account.expectAnchor(anchor);
    account.expectWeekAnchor(anchor);
  }

  @Test
  void anAnchorThatIsUnknownStaysUnknown() {
    var account = risk(plan()).weekRealized(null).startOfDay(null, null).tick().flowed("-2000");
    account.expectAnchor(null);
    account.expectWeekAnchor(null);
  }

  @Test
  void beforeAnythingIsKnownThereIsNothingToShift() {
    var state = Risk.flowed(RiskState.FIRST_SEEN, evaluation50k().made(), Money.of(1));
    assertThat(state).isEqualTo(RiskState.FIRST_SEEN);
  }

  @Test
  void aPayoutOf2000AndThenALossOf600IsADayLossOf600() {
    var account = risk(plan().limit("dayLoss", to("1000"))).startOfDay("52000", "2026-01-05");
    account.balance("52000").flowed("-2000").balance("49400").expectNothingLatched();
    assertThat(account.figures().dayLoss()).isEqualByComparingTo("600");
    account.balance("49000").expectLatched("daily-loss");
  }

  @Test
  void aPercentageIsTakenOfTheAnchorTheDayBeganWith() {
    var account = risk(plan().limit("dayLoss", to(percent("2", Amount.Base.ANCHOR)))).tick();
    account.flowed("-10000").balance("39000.01").expectNothingLatched(); // 2 % of 50,000
    account.balance("39000").expectLatched("daily-loss");
  }

  @ParameterizedTest
  @CsvSource({"-2000, 51000, 49000", "5000, 58000, 56000"})
  void peakAndFloorShift(String flow, String peak, String floor) {
    var account = open(evaluation50k()).equity("53000").flowed(flow);
    account.expectPeak(peak);
    account.expectFloor(floor);
  }

  @Test
  void wherePeakAndFloorAreKeptOnlyTheAnchorsShift() {
    var keeps = Altered.with(trail().drawdown(), "flowsShift", false);
    var account = open(plan().trailing(keeps)).equity("53000").flowed("-2000");
    account.expectPeak("53000");
    account.expectFloor("51000");
    account.expectAnchor("48000");
  }

  @Test
  void aStaticFloorBelowTheStartShifts() {
    var never = trail().moves(new Moves.Never()).drawdown();
    open(plan().trailing(never)).flowed("-2000").expectFloor("46000");
  }

  @ParameterizedTest
  @CsvSource({"-1500", "9000"})
  void aStaticFloorThatIsALevelDoesNot(String flow) {
    var level = trail().moves(new Moves.Never()).drawdown();
    var account = open(plan().trailing(Altered.with(level, "fixed", Money.of(47_500))));
    account.expectFloor("47500");
    account.flowed(flow).expectFloor("47500");
    account.equity("47500.01").expect(Level.NEAR);
    account.equity("47500").expect(Level.REACHED);
  }

  @Test
  void aFloorAtItsCapStaysThereAsLongAsThePeakIsFarAbove() {
    var capped = endOfDay().cap(new Cap.AtStart(Money.of(100))).drawdown();
    var account = open(plan().trailing(capped)).at("2026-01-05T17:00").balance("54000");
    account.flowed("-1900").expectFloor("50100"); // 54,000 - 1,900 - 2,000
    account.flowed("-0.01").expectFloor("50099.99");
  }

  @Test
  void aPercentageOfThePeakIsTakenOfTheShiftedOne() {
    var account =
        open(plan().start("100000").trailing(trail().percent("6", Amount.Base.PEAK).drawdown()));
    account.equity("102000").flowed("-2000").expectFloor("94000");
    assertThat(account.floor().amount()).isEqualTo(Money.of(6_000));
  }

  @Test
  void aFrozenFloorStaysForGoodHoweverManyPayoutsCome() {
    var frozen = trail().cap(new Cap.FreezeAt(Money.of(55_000))).drawdown();
    var account = open(plan().trailing(frozen)).equity("56000");
    account.flowed("-3000").expectFloor("53000");
    account.flowed("-3000").expectFloor("53000");
    account.equity("53500").expectFloor("53000");
  }

  @Test
  void aFrozenFloorKeepsItsAmount() {
    var percent = trail().percent("6", Amount.Base.PEAK).cap(new Cap.FreezeAt(Money.of(115_000)));
    var account = open(plan().start("100000").trailing(percent.drawdown())).equity("120000");
    account.flowed("-30000").expectFloor("108100");
    assertThat(account.floor().amount()).isEqualTo(Money.of(6_900));
  }

  @Test
  void aFloorJustShortOfItsMilestoneShifts() {
    var freezing = trail().cap(new Cap.FreezeAt(Money.of(55_000))).drawdown();
    open(plan().trailing(freezing)).equity("54999.99").flowed("-1000").expectFloor("51999.99");
  }

  @Test
  void aFloorAtItsMilestoneIsFrozen() {
    var freezing = trail().cap(new Cap.FreezeAt(Money.of(55_000))).drawdown();
    open(plan().trailing(freezing)).equity("55000").flowed("-1000").expectFloor("53000");
  }

  @ParameterizedTest
  @CsvSource({"-1000, 47400, 48800", "1000, 49400, 50000"})
  void bothFloorsOfAnEstimateShiftAndNeitherPassesTheCap(
      String flow, String floor, String highest) {
    var capped = endOfDay().cap(new Cap.AtStart(Money.ZERO)).drawdown();
    var account = risk(plan().trailing(capped)).startOfDay("50400", "2026-01-05");
    account.maxNetLiq("51800").tick().flowed(flow).expectFloor(floor);
    assertThat(account.floor().highest()).isEqualTo(Money.of(highest));
    assertThat(account.floor().seeded()).isTrue();
  }

  @Test
  void theBrokersMaximumFromBeforeItCountsNoMore() {
    var account = open(evaluation50k()).maxNetLiq("53000").equity("53000").flowed("-3000");
    account.equity("50000").expectFloor("48000");
    account.maxNetLiq("50500").tick().expectFloor("48500");
  }
}
