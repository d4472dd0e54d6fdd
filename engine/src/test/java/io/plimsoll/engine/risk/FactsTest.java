package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Plans.evaluation50k;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.open;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.AccountFigures;
import io.plimsoll.engine.fact.AccountRisk;
import io.plimsoll.engine.fact.ActionProof;
import io.plimsoll.engine.fact.DataQuality;
import io.plimsoll.engine.fact.Restriction;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FactsTest {
  @Test
  void roomIsEquityLessFloor() {
    assertThat(figures(open(evaluation50k()).equity("48500")).room())
        .isEqualTo(new BigDecimal("500.00"));
  }

  @Test
  void roomIsNegativeBelowTheFloor() {
    assertThat(figures(open(evaluation50k()).equity("47999.99")).room())
        .isEqualTo(new BigDecimal("-0.01"));
  }

  @Test
  void usedUpIsPercentOfTheAmount() {
    assertThat(figures(open(evaluation50k()).equity("48500")).usedUp()).isEqualByComparingTo("75");
  }

  @Test
  void dayLossIsPositiveAndPercentOfTheAnchor() {
    var figures = figures(risk(plan()).equity("49000"));
    assertThat(figures.dayPnl()).isEqualByComparingTo("-1000");
    assertThat(figures.dayLoss()).isEqualByComparingTo("1000");
    assertThat(figures.dayLossPercent()).isEqualByComparingTo("2");
  }

  @Test
  void aProfitIsADayLossOfZero() {
    assertThat(figures(risk(plan()).equity("51000")).dayLoss()).isEqualByComparingTo("0");
  }

  @Test
  void withoutAPositiveAnchorThereIsNoPercentage() {
    assertThat(figures(risk(plan()).startOfDay("0", "2026-01-05").equity("-5")).dayLossPercent())
        .isNull();
  }

  @Test
  void withoutPositiveEquityThereIsNoMarginUsed() {
    assertThat(figures(risk(plan()).usedMargin("100").equity("0")).marginUsed()).isNull();
  }

  @Test
  void marginUsedIsPercentOfEquity() {
    assertThat(figures(risk(plan()).usedMargin("12500").tick()).marginUsed())
        .isEqualByComparingTo("25");
  }

  @Test
  void aRungOfLossIsPercentOfTheAnchorHoweverThePlanWritesIt() {
    var ladder = new LossLadder(new Amount.Fixed(Money.of(1000)), null, null);
    var figures = figures(open(plan().loss(ladder)));
    assertThat(figures.dayLossAlert()).isEqualByComparingTo("2");
    assertThat(figures.dayLossLiquidateOnly()).isNull();
  }

  @Test
  void nothingKnownIsNoFigure() {
    var figures = Facts.figures(1001, Plan.none(), RiskState.FIRST_SEEN, Reading.UNKNOWN);
    assertThat(figures).hasAllNullFieldsOrPropertiesExcept("accountId", "scope");
  }

  @Test
  void theConsequenceIsThePlans() {
    assertThat(fact(open(evaluation50k())).trailingConsequence())
        .isEqualTo(Restriction.LIQUIDATE_AND_LOCK);
  }

  @Test
  void whatWasPromisedAtTheFloorStandsWhateverThePlanSaysSince() {
    var milder = plan().trailing(Trails.trail().then(Restriction.NONE).drawdown());
    assertThat(
            fact(open(evaluation50k()).equity("47000").held(milder).tick()).trailingConsequence())
        .isEqualTo(Restriction.LIQUIDATE_AND_LOCK);
  }

  @Test
  void whatWasPromisedAtTheBrokersLevelStandsToo() {
    var account =
        risk(plan().brokerLevel(Restriction.LIQUIDATE_ONLY))
            .liqOnlyLevel("10000")
            .equity("9000")
            .held(plan())
            .tick();
    assertThat(fact(account).liquidateOnlyConsequence()).isEqualTo(Restriction.LIQUIDATE_ONLY);
  }

  @Test
  void anEstimatedPeakAsksForNothing() {
    var account = risk(plan().trailing(Trails.endOfDay().drawdown())).tick();
    assertThat(fact(account).trailingConsequence()).isEqualTo(Restriction.NONE);
  }

  @Test
  void anEstimatedPeakAsksForNothingThoughItsLatchHasEnded() {
    var soft = Trails.endOfDay().until(Until.NEXT_RESET).drawdown();
    var account =
        risk(plan().trailing(soft))
            .equity("47000")
            .startOfDay("47000", "2026-01-06")
            .at("2026-01-05T17:00")
            .unknownEquity();
    assertThat(fact(account).trailingConsequence()).isEqualTo(Restriction.NONE);
  }

  @Test
  void withEverythingKnownTheQualityIsKnown() {
    assertThat(fact(risk(plan()).tick()).quality()).isEqualTo(DataQuality.KNOWN);
  }

  @Test
  void unknownEquityIsAnUnknownInput() {
    assertThat(fact(risk(plan()).unknownEquity()).quality()).isEqualTo(DataQuality.UNKNOWN_INPUT);
  }

  @Test
  void unknownMarginIsAnUnknownInputOfAMarginLimit() {
    var ladder = new MarginLadder(new BigDecimal("70"), null, null);
    assertThat(fact(risk(plan().margin(ladder)).usedMargin(null).tick()).quality())
        .isEqualTo(DataQuality.UNKNOWN_INPUT);
  }

  @Test
  void unknownMarginDoesNotMatterWithoutAMarginLimit() {
    assertThat(fact(risk(plan()).usedMargin(null).tick()).quality()).isEqualTo(DataQuality.KNOWN);
  }

  private static AccountRisk fact(RiskCase account) {
    return Facts.risk(1001, account.plan(), account.state(), account.reading(), ActionProof.FINE);
  }

  private static AccountFigures figures(RiskCase account) {
    return Facts.figures(1001, account.plan(), account.state(), account.reading());
  }
}
