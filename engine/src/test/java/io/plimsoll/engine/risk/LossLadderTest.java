package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.risk;

import io.plimsoll.engine.fact.Rung;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossLadderTest {
  private static final String ONLY = "daily-loss.liquidate-only";
  private static final String AUTO = "daily-loss.auto-liquidate";

  @ParameterizedTest
  @CsvSource({
    "51000, NONE",
    "50000, NONE",
    "49000.01, NONE",
    "49000, ALERT",
    "48500.01, ALERT",
    "48500, LIQUIDATE_ONLY",
    "48000.01, LIQUIDATE_ONLY",
    "48000, AUTO_LIQUIDATE",
    "0, AUTO_LIQUIDATE",
    "-100, AUTO_LIQUIDATE"
  })
  void aRungIsReachedAtItsVeryEdge(String equity, Rung rung) {
    risk(plan().loss(percents())).equity(equity).expectDayLoss(rung);
  }

  @ParameterizedTest
  @CsvSource({"49000.01, NONE", "49000, ALERT", "48250, LIQUIDATE_ONLY", "47500, AUTO_LIQUIDATE"})
  void dollarsWorkAsPercentagesDo(String equity, Rung rung) {
    var ladder = new LossLadder(dollars("1000"), dollars("1750"), dollars("2500"));
    risk(plan().loss(ladder)).equity(equity).expectDayLoss(rung);
  }

  @Test
  void aPercentageOfTheStartTakesNoNoticeOfTheAnchor() {
    var ladder = new LossLadder(null, null, percent("2", Amount.Base.START));
    risk(plan().loss(ladder))
        .startOfDay("60000", "2026-01-05")
        .equity("59000")
        .expectDayLoss(Rung.AUTO_LIQUIDATE);
  }

  @Test
  void aGapThroughAllRungsLatchesBothThatLatch() {
    risk(plan().loss(percents())).equity("40000").expectLatched(ONLY, AUTO);
  }

  @Test
  void theMiddleRungLatchesAlone() {
    risk(plan().loss(percents())).equity("48400").expectLatched(ONLY);
  }

  @Test
  void theAlertRungDoesNotLatch() {
    risk(plan().loss(percents())).equity("48900").expectNothingLatched();
  }

  @Test
  void theAlertRungComesAndGoes() {
    risk(plan().loss(percents())).equity("48900").equity("49900").expectDayLoss(Rung.NONE);
  }

  @Test
  void aLatchedRungStaysWhenTheLossRecovers() {
    risk(plan().loss(percents()))
        .equity("48400")
        .equity("52000")
        .expectDayLoss(Rung.LIQUIDATE_ONLY);
  }

  @Test
  void aHigherRungIsReachedFromALatchedOne() {
    risk(plan().loss(percents()))
        .equity("48400")
        .equity("47900")
        .expectDayLoss(Rung.AUTO_LIQUIDATE);
  }

  @Test
  void aLossThatOscillatesLatchesOnce() {
    risk(plan().loss(percents()))
        .equity("48400")
        .equity("49400")
        .equity("48400")
        .expectLatchings(1);
  }

  @Test
  void aRungStandsWhileEquityIsUnknown() {
    risk(plan().loss(percents())).equity("48900").unknownEquity().expectDayLoss(Rung.ALERT);
  }

  @Test
  void anAbsentRungIsNoLimit() {
    risk(plan().loss(new LossLadder(percent("2", Amount.Base.ANCHOR), null, null)))
        .equity("1")
        .expectDayLoss(Rung.ALERT);
  }

  @Test
  void aRungThatWasReleasedIsNoAlertOfAPlanWithoutOne() {
    risk(plan().loss(new LossLadder(null, dollars("500"), null)))
        .equity("49500")
        .released()
        .tick()
        .expectDayLoss(Rung.NONE);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1000"})
  void aPercentageOfAnAnchorThatIsNotPositiveDoesNotApply(String anchor) {
    risk(plan().loss(percents()))
        .startOfDay(anchor, "2026-01-05")
        .equity("-20000")
        .expectDayLoss(Rung.NONE);
  }

  @ParameterizedTest
  @CsvSource({"0, -1000", "-1000, -2000"})
  void dollarsApplyToAnAnchorThatIsNotPositive(String anchor, String equity) {
    risk(plan().loss(new LossLadder(null, null, dollars("1000"))))
        .startOfDay(anchor, "2026-01-05")
        .equity(equity)
        .expectDayLoss(Rung.AUTO_LIQUIDATE);
  }

  @Test
  void aProfitIsNoLoss() {
    risk(plan().loss(new LossLadder(dollars("0.01"), null, null)))
        .equity("60000")
        .expectDayLoss(Rung.NONE);
  }

  @Test
  void withoutAnAnchorNothingOpens() {
    risk(plan().loss(percents())).startOfDay(null, null).equity("1").expectDayLoss(Rung.NONE);
  }

  @Test
  void aWarningEndsWithItsLimit() {
    risk(plan().loss(percents())).equity("48900").held(plan()).tick().expectDayLoss(Rung.NONE);
  }

  @Test
  void aLatchOutlivesItsLimit() {
    risk(plan().loss(percents()))
        .equity("48000")
        .held(plan())
        .tick()
        .expectDayLoss(Rung.AUTO_LIQUIDATE);
  }

  @Test
  void aLatchWithoutItsLimitEndsAtTheReset() {
    risk(plan().loss(percents()))
        .equity("48000")
        .held(plan())
        .startOfDay("48000", "2026-01-06")
        .at("2026-01-05T17:00")
        .tick()
        .expectDayLoss(Rung.NONE);
  }

  private static LossLadder percents() {
    return new LossLadder(
        percent("2", Amount.Base.ANCHOR),
        percent("3", Amount.Base.ANCHOR),
        percent("4", Amount.Base.ANCHOR));
  }

  private static Amount dollars(String amount) {
    return new Amount.Fixed(Money.of(amount));
  }

  private static Amount percent(String percent, Amount.Base of) {
    return new Amount.Percent(new BigDecimal(percent), of);
  }
}
