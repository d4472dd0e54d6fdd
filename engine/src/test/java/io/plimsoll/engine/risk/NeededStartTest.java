package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Plans.evaluation50k;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.fact.Rung;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A start balance that is unknown, and the plans that need one. */
class NeededStartTest {
  private static final Amount DOLLARS = new Amount.Fixed(Money.of(1_000));
  private static final Amount OF_START =
      new Amount.Percent(BigDecimal.valueOf(2), Amount.Base.START);
  private static final Amount OF_ANCHOR =
      new Amount.Percent(BigDecimal.valueOf(2), Amount.Base.ANCHOR);
  static final List<String> PERIODS = List.of("dayLoss", "weekLoss", "dayProfit", "weekProfit");

  private static PeriodLimit limit(Amount amount, Amount step) {
    return new PeriodLimit(
        amount,
        List.of(new PeriodLimit.Step(Money.of(60_000), step)),
        false,
        Breach.AT_OR_BELOW,
        false,
        Restriction.LIQUIDATE_ONLY,
        Until.NEXT_RESET);
  }

  private static ContractLimits contracts(ContractLimits.By by) {
    return new ContractLimits(
        BigDecimal.ONE,
        Map.of(),
        Map.of(),
        Set.of(),
        BigDecimal.ONE,
        List.of(),
        by,
        false,
        Restriction.NONE);
  }

  private static boolean isApplied(Plans plan) {
    return !risk(plan.start(null)).tick().facts().planNotApplied();
  }

  @ParameterizedTest
  @FieldSource("PERIODS")
  void aPercentageOfTheStartNeedsIt(String name) {
    assertThat(isApplied(plan().limit(name, limit(OF_START, DOLLARS)))).isFalse();
    assertThat(isApplied(plan().limit(name, limit(DOLLARS, OF_START)))).isFalse();
  }

  @ParameterizedTest
  @FieldSource("PERIODS")
  void dollarsAndPercentagesOfTheAnchorDoNot(String name) {
    assertThat(isApplied(plan().limit(name, limit(DOLLARS, OF_ANCHOR)))).isTrue();
    assertThat(isApplied(plan().limit(name, limit(OF_ANCHOR, DOLLARS)))).isTrue();
  }

  static Stream<LossLadder> rungsOfTheStart() {
    return Stream.of(
        new LossLadder(OF_START, null, null),
        new LossLadder(DOLLARS, OF_START, null),
        new LossLadder(null, null, OF_START));
  }

  @ParameterizedTest
  @MethodSource("rungsOfTheStart")
  void aRungOfTheStartNeedsIt(LossLadder ladder) {
    assertThat(isApplied(plan().loss(ladder))).isFalse();
  }

  @Test
  void aTrailNeedsIt() {
    assertThat(isApplied(evaluation50k())).isFalse();
  }

  @Test
  void onlyContractsByProfitNeedIt() {
    assertThat(isApplied(plan().limit("contracts", contracts(ContractLimits.By.PROFIT)))).isFalse();
    assertThat(isApplied(plan().limit("contracts", contracts(ContractLimits.By.EQUITY)))).isTrue();
  }

  @Test
  void whatNeedsNoneIsHeldWithoutOne() {
    var ladder = new LossLadder(null, null, OF_ANCHOR);
    var account = risk(plan().start(null).loss(ladder)).tick().equity("49000");
    account.expectDayLoss(Rung.AUTO_LIQUIDATE);
  }

  @Test
  void aPlanThatNeedsOneIsHeldAsSoonAsTheBrokerNamesIt() {
    var ladder = new LossLadder(null, null, OF_START);
    var account = risk(plan().start(null).loss(ladder)).tick().equity("49000");
    account.expectDayLoss(Rung.NONE);
    account.nominal("50000").tick().expectDayLoss(Rung.AUTO_LIQUIDATE);
  }
}
