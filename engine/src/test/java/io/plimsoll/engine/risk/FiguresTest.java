package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Imposing.atBroker;
import static io.plimsoll.engine.risk.Limited.dollars;
import static io.plimsoll.engine.risk.Limited.holding;
import static io.plimsoll.engine.risk.Limited.percent;
import static io.plimsoll.engine.risk.Limited.stepped;
import static io.plimsoll.engine.risk.Limited.to;
import static io.plimsoll.engine.risk.Plans.evaluation50k;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.open;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The numbers of an account, each with a worked example; room and losses are in FactsTest. */
class FiguresTest {
  @Test
  void cashOpenProfitAndWorthAreAsTheFeedSays() {
    var reading = Reading.of(Money.of(49_700), Money.of("50100.50"));
    var figures = Facts.figures(7, plan().made(), RiskState.FIRST_SEEN, reading);
    assertThat(figures.accountId()).isEqualTo(7);
    assertThat(figures.balance()).isEqualTo(new BigDecimal("49700.00"));
    assertThat(figures.openPnl()).isEqualTo(new BigDecimal("400.50"));
    assertThat(figures.equity()).isEqualTo(new BigDecimal("50100.50"));
  }

  @Test
  void peakFloorAndRoomOfATrail() {
    var figures = open(evaluation50k()).equity("51500").equity("51000").figures();
    expect(figures.start(), "50000");
    expect(figures.peak(), "51500");
    expect(figures.floor(), "49500");
    expect(figures.room(), "1500");
    expect(figures.usedUp(), "25");
    expect(figures.highestFloor(), null);
  }

  @Test
  void anEstimatedPeakHasTwoFloors() {
    var account = risk(plan().trailing(Trails.endOfDay().drawdown()));
    var figures = account.startOfDay("50400", "2026-01-05").maxNetLiq("51800").tick().figures();
    expect(figures.floor(), "48400");
    expect(figures.highestFloor(), "49800");
  }

  @Test
  void whileEquityIsUnknownTheFloorIsKnownAndTheRoomIsNot() {
    var figures = open(evaluation50k()).unknownEquity().figures();
    expect(figures.floor(), "48000");
    expect(figures.room(), null);
    expect(figures.usedUp(), null);
    expect(figures.dayPnl(), null);
    expect(figures.dayLoss(), null);
    expect(figures.dayLossPercent(), null);
    expect(figures.marginUsed(), null);
  }

  @Test
  void dayAndWeekAreMeasuredFromTheirAnchors() {
    var figures = risk(plan()).weekRealized("-2000").equity("49000").figures();
    expect(figures.dayAnchor(), "50000");
    expect(figures.dayPnl(), "-1000");
    expect(figures.dayLoss(), "1000");
    expect(figures.dayLossPercent(), "2");
    expect(figures.weekAnchor(), "52000");
    expect(figures.weekPnl(), "-3000");
    expect(figures.weekLoss(), "3000");
  }

  @Test
  void aProfitIsSignedAndNoLoss() {
    var figures = risk(plan()).equity("50750").figures();
    expect(figures.dayPnl(), "750");
    expect(figures.dayLoss(), "0");
    expect(figures.dayLossPercent(), "0");
    expect(figures.weekPnl(), "750");
    expect(figures.weekLoss(), "0");
  }

  @Test
  void whereOnlyWhatIsRealizedCountsTheBalanceIsMeasured() {
    var realized = Altered.with(to("1000"), "realized", true);
    var plan = plan().limit("dayLoss", realized).limit("weekLoss", realized);
    var figures = risk(plan).weekRealized("-1500").balance("49500", "45000").figures();
    expect(figures.dayPnl(), "-500");
    expect(figures.dayLoss(), "500");
    expect(figures.weekPnl(), "-1500");
    expect(figures.weekLoss(), "1500");
  }

  @Test
  void whatIsNotOnlyRealizedIsMeasuredByEquity() {
    var plan = plan().limit("dayLoss", to("1000")).limit("weekLoss", to("1000"));
    var figures = risk(plan).balance("50000", "49300").figures();
    expect(figures.dayLoss(), "700");
    expect(figures.weekLoss(), "700");
  }

  @Test
  void aPercentageOfTheDayIsTakenOfTheAnchorItBeganWith() {
    var figures = risk(plan()).tick().flowed("-10000").balance("39000").figures();
    expect(figures.dayAnchor(), "40000");
    expect(figures.dayLoss(), "1000");
    expect(figures.dayLossPercent(), "2");
  }

  @Test
  void theRungsOfALossAreInPercentAndAsEquity() {
    var ladder = new LossLadder(dollars("1000"), percent("3", Amount.Base.START), null);
    var figures = risk(plan().loss(ladder)).startOfDay("60000", "2026-01-05").tick().figures();
    expect(figures.dayLossAlert(), "1.666667");
    expect(figures.alertFloor(), "59000");
    expect(figures.dayLossLiquidateOnly(), "2.5");
    expect(figures.liquidateOnlyFloor(), "58500");
    expect(figures.dayLossAutoLiquidate(), null);
    expect(figures.autoLiquidateFloor(), null);
  }

  @Test
  void theHighestRungHasAFloorToo() {
    var ladder = new LossLadder(null, null, percent("4", Amount.Base.ANCHOR));
    var figures = risk(plan().loss(ladder)).tick().figures();
    expect(figures.dayLossAutoLiquidate(), "4");
    expect(figures.autoLiquidateFloor(), "48000");
    expect(figures.alertFloor(), null);
  }

  @Test
  void ofTwoLaddersTheSmallerLossCounts() {
    var one = new LossLadder(dollars("1000"), null, dollars("3000"));
    var other = new LossLadder(percent("4", Amount.Base.ANCHOR), dollars("900"), dollars("2500"));
    var account = risk(plan().limit("lossLadders", List.of(one, other))).tick();
    expect(account.figures().alertFloor(), "49000");
    expect(account.figures().liquidateOnlyFloor(), "49100");
    expect(account.figures().autoLiquidateFloor(), "47500");
  }

  @Test
  void whatIsSetAtTheBrokerIsShown() {
    var imposed = atBroker("dailyLossAutoLiq", "1200", "weeklyLossAutoLiq", "3000");
    var figures = risk(plan()).imposed(imposed).tick().figures();
    expect(figures.autoLiquidateFloor(), "48800");
    expect(figures.weekLossLimit(), "3000");
  }

  @Test
  void limitsAreInDollarsHoweverThePlanWritesThem() {
    var plan =
        plan()
            .limit("dayLoss", to(percent("2", Amount.Base.ANCHOR)))
            .limit("weekLoss", to("3000"))
            .limit("dayProfit", to(percent("5", Amount.Base.START)))
            .limit("weekProfit", to("4000"));
    var account = risk(plan).startOfDay("60000", "2026-01-05").weekRealized("-7000").tick();
    expect(account.figures().dayLossLimit(), "1200");
    expect(account.figures().weekLossLimit(), "3000");
    expect(account.figures().dayProfitTarget(), "2500");
    expect(account.figures().weekProfitTarget(), "4000");
    expect(account.figures().ceiling(), "61000"); // 57,000 + 4,000, before 60,000 + 2,500
  }

  @Test
  void theNearerTargetIsTheCeiling() {
    var day = plan().limit("dayProfit", to("1500"));
    var week = plan().limit("weekProfit", to("4000"));
    expect(risk(day).tick().figures().ceiling(), "51500");
    expect(risk(week).tick().figures().ceiling(), "54000");
    expect(risk(day.limit("weekProfit", to("4000"))).tick().figures().ceiling(), "51500");
    expect(risk(plan()).tick().figures().ceiling(), null);
  }

  @Test
  void withoutAnAnchorThereIsNoLimitAndNoTarget() {
    var plan = plan().limit("dayLoss", to("1000")).limit("dayProfit", to("1000"));
    var figures = risk(plan).startOfDay(null, null).tick().figures();
    expect(figures.dayLossLimit(), null);
    expect(figures.dayProfitTarget(), null);
    expect(figures.ceiling(), null);
    expect(figures.dayAnchor(), null);
  }

  @Test
  void aStepThatIsReachedShows() {
    var account = risk(plan().limit("dayLoss", stepped("2000", "52000", "3500", true))).tick();
    expect(account.figures().dayLossLimit(), "2000");
    expect(account.balance("52000").figures().dayLossLimit(), "3500");
  }

  @Test
  void marginIsInDollarsAndPercentOfEquity() {
    var ladder = new MarginLadder(new BigDecimal("70"), new BigDecimal("85"), new BigDecimal("99"));
    var figures = risk(plan().margin(ladder)).usedMargin("12500").equity("40000").figures();
    expect(figures.usedMargin(), "12500");
    expect(figures.marginUsed(), "31.25");
    expect(figures.marginAlert(), "70");
    expect(figures.marginLiquidateOnly(), "85");
    expect(figures.marginAutoLiquidate(), "99");
  }

  @Test
  void withoutAMarginLimitItHasNoRungs() {
    var figures = risk(plan()).usedMargin("12500").tick().figures();
    expect(figures.marginUsed(), "25");
    expect(figures.marginAlert(), null);
    expect(figures.marginLiquidateOnly(), null);
    expect(figures.marginAutoLiquidate(), null);
  }

  @Test
  void theBrokersLevelsAreAsItSendsThem() {
    var figures = risk(plan()).liqOnlyLevel("10000").autoLiqLevel("9000").tick().figures();
    expect(figures.liqOnlyLevel(), "10000");
    expect(figures.autoLiqLevel(), "9000");
  }

  @Test
  void contractsAreThoseHeldAndThoseAllowed() {
    var account = risk(plan().limit("contracts", ContractsTest.overall("5")));
    account.holding(holding("ES", 2), holding("NQ", -1)).tick();
    expect(account.figures().contractsUsed(), "3");
    expect(account.figures().contractsAllowed(), "5");
    expect(account.unknownHoldings().tick().figures().contractsUsed(), null);
    expect(account.held(plan()).tick().figures().contractsAllowed(), null);
    expect(account.holding(holding("ES", 2)).figures().contractsUsed(), null);
  }

  private static void expect(@Nullable BigDecimal figure, @Nullable String amount) {
    if (amount == null) {
      assertThat(figure).isNull();
    } else {
      assertThat(figure).isEqualByComparingTo(amount);
    }
  }
}
