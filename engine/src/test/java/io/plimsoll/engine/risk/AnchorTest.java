package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Limited.percent;
import static io.plimsoll.engine.risk.Limited.to;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a day is measured from, by the kind of its anchor. */
class AnchorTest {
  private static final String RESET = "2026-01-05T17:00";
  private static final SessionClock NEW_YORK =
      new SessionClock(ZoneId.of("America/New_York"), LocalTime.of(17, 0), LocalTime.of(17, 0));

  @ParameterizedTest
  @CsvSource({"BALANCE, 50000", "EQUITY, 50800", "GREATER, 50800", "DAY_PEAK, 50800"})
  void withOpenProfitAtTheReset(Anchor anchor, String amount) {
    atReset(anchor, "50800").expectAnchor(amount);
  }

  @ParameterizedTest
  @CsvSource({"BALANCE, 50000", "EQUITY, 49200", "GREATER, 50000", "DAY_PEAK, 49200"})
  void withAnOpenLossAtTheReset(Anchor anchor, String amount) {
    atReset(anchor, "49200").expectAnchor(amount);
  }

  @ParameterizedTest
  @CsvSource({"BALANCE, 50000", "EQUITY, 50800", "GREATER, 50800", "DAY_PEAK, 50800"})
  void atAResetThatIsNotTheBrokersOurOwnNumbersCount(Anchor anchor, String amount) {
    newYork(anchor).at("2026-01-05T16:00").balance("50000", "50800").expectAnchor(amount);
  }

  @ParameterizedTest
  @CsvSource({"BALANCE, 50000", "EQUITY, 50800", "GREATER, 50800", "DAY_PEAK, 52000"})
  void onlyThePeakOfTheDayRisesAfterIt(Anchor anchor, String amount) {
    atReset(anchor, "50800").equity("52000").equity("51000").expectAnchor(amount);
  }

  @Test
  void aPercentageIsTakenOfThePeakOfTheDay() {
    var plan = daily(Anchor.DAY_PEAK).limit("dayLoss", to(percent("4", Amount.Base.ANCHOR)));
    var account = risk(plan).startOfDay("100000", "2026-01-06").at(RESET).balance("100000");
    account.at("2026-01-06T17:00").tick().equity("103000");
    account.equity("98880.01").expectNothingLatched(); // 4 % of 103,000 is 4,120
    account.equity("98880").expectLatched("daily-loss");
  }

  @ParameterizedTest
  @EnumSource(names = {"EQUITY", "GREATER", "DAY_PEAK"})
  void firstSeenInTheDayItIsUnknownUntilTheReset(Anchor anchor) {
    var account = risk(daily(anchor)).tick().equity("40000");
    account.expectAnchor(null);
    account.expectNothingLatched();
    assertThat(account.facts().anchorPending()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "BALANCE, 2026-01-05T18:00:00, 51000",
    "BALANCE, 2026-01-05T18:00:01,",
    "EQUITY, 2026-01-05T18:00:00, 51500",
    "EQUITY, 2026-01-05T18:00:01,",
    "GREATER, 2026-01-05T18:00:01,",
    "DAY_PEAK, 2026-01-05T18:00:01,"
  })
  void moreThanTwoHoursLateOurNumbersAreNoAnchor(Anchor anchor, String at, String amount) {
    newYork(anchor).at(at).balance("51000", "51500").expectAnchor(amount);
  }

  @Test
  void aDayWithoutAnAnchorDoesNotEndTheLatchesOfTheDayBefore() {
    var account = newYork(Anchor.BALANCE).at("2026-01-05T16:00").balance("50000");
    account.balance("48000").at("2026-01-06T20:00").balance("48000");
    account.expectAnchor(null);
    account.expectLatched("daily-loss");
  }

  @Test
  void theCashOfAnEarlierTradeDateIsNoAnchorOfALaterDay() {
    risk(daily(Anchor.GREATER)).tick().at(RESET).equity("50800").expectAnchor(null);
  }

  @Test
  void theEquityAtTheResetCountsThoughTheBrokersCashComesLater() {
    var account = risk(daily(Anchor.GREATER)).tick().at(RESET).equity("50800").equity("51900");
    account.startOfDay("50000", "2026-01-06").equity("52000").expectAnchor("50800");
  }

  @Test
  void soLongAfterTheResetTheEquityOfNowIsNotThatOfTheReset() {
    var account = risk(daily(Anchor.GREATER)).tick().at("2026-01-05T19:00:01").equity("50800");
    account.startOfDay("50000", "2026-01-06").equity("52000").expectAnchor(null);
  }

  @Test
  void whereEquityWasUnknownAtTheResetTheLastKnownCounts() {
    var account = risk(daily(Anchor.EQUITY)).equity("50800").at(RESET).unknownEquity();
    account.equity("51900").expectAnchor("50800");
  }

  @Test
  void onlyTheFirstMomentAfterTheResetSaysWhatWasLastKnown() {
    var account = risk(daily(Anchor.EQUITY)).equity("50800").at(RESET).unknownEquity();
    account.unknownEquity().equity("51900").expectAnchor("50800");
  }

  @ParameterizedTest
  @CsvSource({"2026-01-05T23:00:00.999999999Z, 51900", "2026-01-05T23:00:01Z, 50800"})
  void whatSettlesWithinASecondIsOfTheReset(Instant settled, String anchor) {
    var account = risk(daily(Anchor.EQUITY)).equity("50800").at(RESET).unknownEquity();
    account.at(settled).equity("51900").expectAnchor(anchor);
  }

  @Test
  void anEquityNeverKnownBeforeTheResetIsNoAnchor() {
    var account = risk(daily(Anchor.EQUITY)).unknown().at(RESET).unknown();
    account.equity("51900").expectAnchor(null);
  }

  @Test
  void eachDayHasItsOwnReset() {
    var account = atReset(Anchor.EQUITY, "50800").at("2026-01-06T17:00").equity("50300");
    account.expectAnchor("50300");
  }

  @Test
  void theBrokersMaximumIsNoAnchor() {
    atReset(Anchor.DAY_PEAK, "50800").maxNetLiq("60000").tick().expectAnchor("50800");
  }

  @ParameterizedTest
  @CsvSource({"BALANCE, true", "EQUITY, false"})
  void anAnchorThatComesLaterIsTheBrokersCashOnly(Anchor kind, boolean taken) {
    var account = risk(daily(kind)).startOfDay(null, null).tick().startOfDay("50400", "2026-01-05");
    account.tick().expectAnchor(taken ? "50400" : null);
  }

  @Test
  void cashOfAnEarlierTradeDateIsNotTakenLaterEither() {
    var account = risk(daily(Anchor.BALANCE)).startOfDay("50400", "2026-01-04").tick().tick();
    account.expectAnchor(null);
  }

  @Test
  void cashWithoutATradeDateIsNoAnchor() {
    risk(daily(Anchor.BALANCE)).startOfDay("50400", null).tick().tick().expectAnchor(null);
  }

  @Test
  void whatADayEarnedIsKnownOnceItHasEnded() {
    var account = risk(daily(Anchor.BALANCE)).balance("51200");
    assertThat(account.state().history().days()).isEmpty();
    account.startOfDay("51000", "2026-01-06").at(RESET).tick();
    assertThat(account.state().history().days())
        .containsExactly(Map.entry(LocalDate.of(2026, 1, 5), Money.of(1_000)));
  }

  @Test
  void whereTheNewAnchorIsUnknownTheBalanceSaysWhatTheDayEarned() {
    var account = newYork(Anchor.BALANCE).at("2026-01-05T16:00").balance("50000");
    account.at("2026-01-06T20:00").balance("50700");
    assertThat(account.state().history().days())
        .containsEntry(LocalDate.of(2026, 1, 6), Money.of(700));
  }

  @Test
  void aDayWithoutAnAnchorEarnedNothingThatIsKnown() {
    var account = newYork(Anchor.BALANCE).at("2026-01-05T16:00").balance("50700");
    assertThat(account.state().history().days()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"dayLoss, true", "dayProfit, true", "weekLoss, false"})
  void isPendingOnlyWhereALimitNeedsIt(String limit, boolean pending) {
    var account = risk(plan().limit(limit, to("1000"))).tick().at(RESET).tick();
    assertThat(account.facts().anchorPending()).isEqualTo(pending);
    account.startOfDay("50000", "2026-01-06").tick();
    assertThat(account.facts().anchorPending()).isFalse();
  }

  @Test
  void theLadderNeedsItToo() {
    var ladder = new LossLadder(Limited.dollars("500"), null, null);
    var account = risk(plan().loss(ladder)).startOfDay(null, null).tick();
    assertThat(account.facts().anchorPending()).isTrue();
  }

  @Test
  void aWeekWithoutALimitIsWaitedForByNobody() {
    var account = risk(daily(Anchor.BALANCE)).weekRealized(null).tick();
    account.expectWeekAnchor(null);
    assertThat(account.facts().anchorPending()).isFalse();
  }

  @Test
  void aDayOnEquityDoesNotWaitForAWeekWithoutALimit() {
    var account = risk(daily(Anchor.EQUITY)).tick().at("2026-01-11T17:00").equity("50800");
    account.expectAnchor("50800");
  }

  private static Plans daily(Anchor anchor) {
    return plan().limit("dayAnchor", anchor).limit("dayLoss", to("2000"));
  }

  private static RiskCase atReset(Anchor anchor, String equity) {
    var account = risk(daily(anchor)).tick().startOfDay("50000", "2026-01-06");
    return account.at(RESET).balance("50000", equity);
  }

  /** Resets at 17:00 in New York, which is 16:00 in Chicago. */
  private static RiskCase newYork(Anchor anchor) {
    return risk(daily(anchor).session(NEW_YORK)).tick();
  }
}
