package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Limited.percent;
import static io.plimsoll.engine.risk.Limited.stepped;
import static io.plimsoll.engine.risk.Limited.to;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Restriction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The single limits of a day and a week; the ladder has a test of its own. */
class PeriodLimitsTest {
  @ParameterizedTest
  @CsvSource({
    "dayLoss, AT_OR_BELOW, 49000.01, false",
    "dayLoss, AT_OR_BELOW, 49000, true",
    "dayLoss, BELOW, 49000, false",
    "dayLoss, BELOW, 48999.99, true",
    "dayProfit, AT_OR_BELOW, 50999.99, false",
    "dayProfit, AT_OR_BELOW, 51000, true",
    "dayProfit, BELOW, 51000, false",
    "dayProfit, BELOW, 51000.01, true",
    "weekLoss, AT_OR_BELOW, 49000.01, false",
    "weekLoss, AT_OR_BELOW, 49000, true",
    "weekLoss, BELOW, 49000, false",
    "weekLoss, BELOW, 48999.99, true",
    "weekProfit, AT_OR_BELOW, 50999.99, false",
    "weekProfit, AT_OR_BELOW, 51000, true",
    "weekProfit, BELOW, 51000, false",
    "weekProfit, BELOW, 51000.01, true"
  })
  void isReachedAtItsVeryEdge(String limit, Breach breach, String equity, boolean reached) {
    var account = risk(plan().limit(limit, Altered.with(to("1000"), "breach", breach)));
    account.equity(equity);
    assertThat(account.state().latches().open()).hasSize(reached ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "dayLoss, 49000, daily-loss",
    "weekLoss, 49000, weekly-loss",
    "dayProfit, 51000, daily-profit",
    "weekProfit, 51000, weekly-profit"
  })
  void eachLatchesUnderItsName(String limit, String equity, String latched) {
    risk(plan().limit(limit, to("1000"))).equity(equity).expectLatched(latched);
  }

  @Test
  void aLossIsNoProfitAndAProfitNoLoss() {
    var both = plan().limit("dayLoss", to("1000")).limit("dayProfit", to("1500"));
    risk(both).equity("48900").expectLatched("daily-loss");
    risk(both).equity("51500").expectLatched("daily-profit");
  }

  @Test
  void theDayIsMeasuredFromItsOwnAnchorAndTheWeekFromTheWeeks() {
    // Two thousand were lost on the days before: 52,000 began the week and 50,000 the day.
    var plan = plan().limit("dayLoss", to("1000")).limit("weekLoss", to("3000"));
    risk(plan).weekRealized("-2000").equity("49000.01").expectNothingLatched();
    risk(plan).weekRealized("-2000").equity("49000").expectLatched("daily-loss", "weekly-loss");
    risk(plan).weekRealized("-1999").equity("49000").expectLatched("daily-loss");
  }

  @ParameterizedTest
  @CsvSource({"58800.01, false", "58800, true"})
  void aPercentageOfTheAnchor(String equity, boolean reached) {
    expectReached(percent("2", Amount.Base.ANCHOR), equity, reached); // 1,200 of 60,000
  }

  @ParameterizedTest
  @CsvSource({"59000.01, false", "59000, true"})
  void aPercentageOfTheStart(String equity, boolean reached) {
    expectReached(percent("2", Amount.Base.START), equity, reached); // 1,000 of 50,000
  }

  @Test
  void aPercentageOfAnAnchorOfZeroDoesNotApply() {
    risk(plan().limit("dayLoss", to(percent("2", Amount.Base.ANCHOR))))
        .startOfDay("0", "2026-01-05")
        .equity("-20000")
        .expectNothingLatched();
  }

  @Test
  void realizedOnlyLeavesOpenLossesOut() {
    risk(plan().limit("dayLoss", realized())).balance("50000", "40000").expectNothingLatched();
  }

  @Test
  void realizedOnlyCountsWhatIsClosedThoughOpenProfitCoversIt() {
    risk(plan().limit("dayLoss", realized())).balance("49000", "60000").expectLatched("daily-loss");
  }

  @Test
  void openProfitCoversALossThatIsClosed() {
    risk(plan().limit("dayLoss", to("1000"))).balance("49000", "60000").expectNothingLatched();
  }

  @ParameterizedTest
  @CsvSource({"105999.99, 98000, true", "106000, 98000, false", "106000, 96500, true"})
  void aStepAtOnceCountsWhenTheBalanceReachesIt(String balance, String equity, boolean reached) {
    var account = hundredThousand(stepped("2000", "106000", "3500", true));
    account.balance(balance, equity);
    assertThat(account.state().isReached("daily-loss")).isEqualTo(reached);
  }

  @Test
  void aStepFromTheNextResetOnDoesNotCountInTheDay() {
    hundredThousand(stepped("2000", "106000", "3500", false))
        .balance("106000", "98000")
        .expectLatched("daily-loss");
  }

  @ParameterizedTest
  @CsvSource({"102500.01, false", "102500, true"})
  void aStepCountsFromTheResetOnAtWhichItWasReached(String equity, boolean reached) {
    var account = hundredThousand(stepped("2000", "106000", "3500", false)).balance("106000");
    account.startOfDay("106000", "2026-01-06").at("2026-01-05T17:00").tick().equity(equity);
    assertThat(account.state().isReached("daily-loss")).isEqualTo(reached);
  }

  @ParameterizedTest
  @CsvSource({"100500.01, false", "100500, true"})
  void aStepOnceReachedStaysOnTheDaysAfter(String equity, boolean reached) {
    var account = hundredThousand(stepped("2000", "106000", "3500", false)).balance("106000");
    account.startOfDay("106000", "2026-01-06").at("2026-01-05T17:00").tick();
    account.startOfDay("104000", "2026-01-07").at("2026-01-06T17:00").balance("104000");
    account.equity(equity);
    assertThat(account.state().isReached("daily-loss")).isEqualTo(reached);
  }

  @Test
  void ofSeveralStepsTheHighestThatIsReachedHolds() {
    var steps =
        List.of(
            new PeriodLimit.Step(Money.of(1_000), Limited.dollars("20")),
            new PeriodLimit.Step(Money.of(2_000), Limited.dollars("30")));
    var limit = Altered.with(to("10"), "steps", steps);
    var amounts = Map.of("999.99", "10", "1000", "20", "1999.99", "20", "2000", "30", "9000", "30");
    amounts.forEach((balance, dollars) ->
        assertThat(limit.at(Money.of(balance))).isEqualTo(Limited.dollars(dollars)));
  }

  @Test
  void withoutAnAnchorOfTheDayNoneOfTheDayOpens() {
    risk(plan().limit("dayLoss", to("1000")).limit("dayProfit", to("1000")))
        .startOfDay(null, null)
        .equity("1")
        .expectNothingLatched();
  }

  @Test
  void withoutAnAnchorOfTheWeekNoneOfTheWeekOpens() {
    risk(plan().limit("weekLoss", to("1000")).limit("weekProfit", to("1000")))
        .weekRealized(null)
        .equity("1")
        .expectNothingLatched();
  }

  @Test
  void theUnknownOpensAndClosesNothing() {
    var account = risk(plan().limit("dayLoss", to("1000"))).unknownEquity();
    account.expectNothingLatched();
    account.equity("49000").unknownEquity().expectLatched("daily-loss");
  }

  @Test
  void theLatchIsAsThePlanSays() {
    var limit =
        new PeriodLimit(
            Limited.dollars("1000"), Breach.BELOW, Restriction.LIQUIDATE_ONLY, Until.A_PERSON);
    var latch = risk(plan().limit("dayLoss", limit)).equity("1").state().latches().open();
    assertThat(latch.get("daily-loss").consequence()).isEqualTo(Restriction.LIQUIDATE_ONLY);
    assertThat(latch.get("daily-loss").until()).isEqualTo(Until.A_PERSON);
  }

  @ParameterizedTest
  @CsvSource({
    "NEXT_RESET, 2026-01-05T16:59:59, true",
    "NEXT_RESET, 2026-01-05T17:00, false",
    "WEEK_RESET, 2026-01-05T17:00, true",
    "A_PERSON, 2026-01-05T17:00, true"
  })
  void endsWhenThePlanSays(Until until, String at, boolean stays) {
    var account = risk(plan().limit("dayLoss", Altered.with(to("1000"), "until", until)));
    account.balance("49000").startOfDay("49000", "2026-01-06").at(at).tick();
    assertThat(account.state().latches().isOpen("daily-loss")).isEqualTo(stays);
  }

  @Test
  void aReleasedOneIsArmedByItsOwnResetOnly() {
    var weekly = Altered.with(to("1000"), "until", Until.WEEK_RESET);
    var account = risk(plan().limit("dayLoss", to("1000")).limit("weekLoss", weekly));
    account.tick().balance("49000").released();
    account.startOfDay("49000", "2026-01-06").at("2026-01-05T17:00").tick();
    assertThat(account.state().latches().disarmed()).containsExactly("weekly-loss");
  }

  @ParameterizedTest
  @CsvSource({
    "dayLoss, NEXT_RESET, 49000, 2026-01-05T17:00, 2026-01-06",
    "dayProfit, NEXT_RESET, 51000, 2026-01-05T17:00, 2026-01-06",
    "weekLoss, WEEK_RESET, 49000, 2026-01-11T17:00, 2026-01-12",
    "weekProfit, WEEK_RESET, 51000, 2026-01-11T17:00, 2026-01-12"
  })
  void aReleasedOneStillInBreachLatchesAgainAtItsReset(
      String limit, Until until, String equity, String reset, String date) {
    var account = risk(plan().limit(limit, Altered.with(to("1000"), "until", until)));
    account.equity(equity).released().tick().expectNothingLatched();
    account.startOfDay("50000", date).at(reset).tick().expectLatchings(2);
  }

  private static void expectReached(Amount amount, String equity, boolean reached) {
    var account = risk(plan().limit("dayLoss", to(amount))).startOfDay("60000", "2026-01-05");
    account.equity(equity);
    assertThat(account.state().isReached("daily-loss")).isEqualTo(reached);
  }

  private static PeriodLimit realized() {
    return Altered.with(to("1000"), "realized", true);
  }

  private static RiskCase hundredThousand(PeriodLimit limit) {
    return risk(plan().start("100000").limit("dayLoss", limit)).startOfDay("100000", "2026-01-05");
  }
}
