package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Limited.to;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekTest {
  private static final String SUNDAY = "2026-01-11T17:00";

  @Test
  void firstSeenInTheWeekItBeganWithTheBalanceLessWhatWasRealizedSince() {
    risk(weekly())
        .at("2026-01-07T09:00")
        .weekRealized("-2000")
        .balance("48000")
        .expectWeekAnchor("50000");
  }

  @Test
  void withoutWhatWasRealizedItsAnchorIsUnknown() {
    var account = risk(weekly()).weekRealized(null).startOfDay("48000", "2026-01-07");
    account.at("2026-01-07T09:00").tick().tick().expectWeekAnchor(null);
    assertThat(account.facts().anchorPending()).isTrue();
  }

  @Test
  void whatWasRealizedMayComeLater() {
    risk(weekly())
        .weekRealized(null)
        .startOfDay(null, null)
        .tick()
        .weekRealized("-500")
        .tick()
        .expectWeekAnchor("50500");
  }

  @Test
  void onItsFirstDayTheCashAtTheStartOfTheDayIsItsAnchor() {
    risk(weekly())
        .weekRealized(null)
        .startOfDay("50400", "2026-01-05")
        .tick()
        .tick()
        .expectWeekAnchor("50400");
  }

  @ParameterizedTest
  @CsvSource({"EQUITY", "GREATER", "DAY_PEAK"})
  void firstSeenInTheWeekAnyOtherAnchorIsUnknown(Anchor anchor) {
    risk(weekly(anchor)).tick().tick().expectWeekAnchor(null);
  }

  @Test
  void aResetOfTheDayLeavesItWhereItWas() {
    var account = risk(weekly()).tick().balance("49000").startOfDay("49000", "2026-01-06");
    account.at("2026-01-05T17:00").tick();
    account.expectAnchor("49000");
    account.expectWeekAnchor("50000");
  }

  @ParameterizedTest
  @CsvSource({"2026-01-11T16:59:59, 50000, 2026-01-05", "2026-01-11T17:00, 48500, 2026-01-12"})
  void itBeginsOnSundayAtTheResetWithTheCashOfTheNewDay(String at, String anchor, LocalDate date) {
    var account = risk(weekly()).tick().balance("48000").startOfDay("48500", "2026-01-12");
    account.at(at).tick().expectWeekAnchor(anchor);
    assertThat(week(account).date()).isEqualTo(date);
  }

  @Test
  void itWaitsForItsFirstDay() {
    var account = risk(weekly()).tick().startOfDay("48500", "2026-01-09").at(SUNDAY).tick();
    account.expectWeekAnchor("50000");
    account.startOfDay("48400", "2026-01-12").tick().expectWeekAnchor("48400");
  }

  @Test
  void itWaitsThoughTheDayNeedsNoCash() {
    var account =
        risk(weekly().limit("dayAnchor", Anchor.EQUITY)).tick().balance("45000").at(SUNDAY);
    account.startOfDay("45000", "2026-01-09").tick().expectLatched("weekly-loss");
    account.startOfDay("45000", "2026-01-12").tick().expectNothingLatched();
    account.expectWeekAnchor("45000");
  }

  @Test
  void itDoesNotBeginWhileEquityIsUnknown() {
    risk(weekly())
        .tick()
        .startOfDay("48500", "2026-01-12")
        .at(SUNDAY)
        .unknownEquity()
        .expectWeekAnchor("50000");
  }

  @Test
  void whileItWaitsNothingOpens() {
    risk(weekly())
        .tick()
        .startOfDay("40000", "2026-01-09")
        .at(SUNDAY)
        .balance("40000")
        .expectNothingLatched();
  }

  @ParameterizedTest
  @CsvSource({"BALANCE, 50000", "EQUITY, 50800", "GREATER, 50800", "DAY_PEAK, 50800"})
  void withOpenProfitAtItsReset(Anchor anchor, String amount) {
    atSunday(anchor, "50800").expectWeekAnchor(amount);
  }

  @ParameterizedTest
  @CsvSource({"BALANCE, 50000", "EQUITY, 49200", "GREATER, 50000", "DAY_PEAK, 49200"})
  void withAnOpenLossAtItsReset(Anchor anchor, String amount) {
    atSunday(anchor, "49200").expectWeekAnchor(amount);
  }

  @Test
  void itsPeakRisesAndNeverFalls() {
    atSunday(Anchor.DAY_PEAK, "50800").equity("51500").equity("50100").expectWeekAnchor("51500");
  }

  @Test
  void whatComesAfterItsResetDoesNotMoveTheEquityItBeganWith() {
    var account = risk(weekly(Anchor.EQUITY)).balance("50000", "50800").at(SUNDAY).tick();
    account.startOfDay("50000", "2026-01-12").equity("51900").expectWeekAnchor("50800");
  }

  @Test
  void withAClockOfItsOwnItBeginsOnItsWeekday() {
    var london =
        new SessionClock(
            ZoneId.of("Europe/London"),
            LocalTime.MIDNIGHT,
            LocalTime.MIDNIGHT,
            DayOfWeek.MONDAY,
            Set.of());
    var account = risk(weekly().session(london)).tick();
    account.at("2026-01-11T17:59:59").balance("47500").expectWeekAnchor("50000");
    account.at("2026-01-11T18:00").tick().expectWeekAnchor("47500"); // midnight in London
  }

  @Test
  void itBeginsADayLateWhereItsFirstSessionIsAHoliday() {
    var cme = SessionClock.CME;
    var off =
        new SessionClock(
            cme.zone(),
            cme.resets(),
            cme.closes(),
            DayOfWeek.SUNDAY,
            Set.of(LocalDate.of(2026, 1, 12)));
    var account =
        risk(weekly().session(off)).tick().balance("45000").startOfDay("45000", "2026-01-12");
    account.at("2026-01-12T16:59:59").tick().expectLatched("weekly-loss");
    account.startOfDay("45000", "2026-01-13").at("2026-01-12T17:00").tick();
    account.expectNothingLatched();
    account.expectWeekAnchor("45000");
    assertThat(week(account).date()).isEqualTo(LocalDate.of(2026, 1, 13));
  }

  @Test
  void whatIsLatchedUntilTheWeekEndsDoesSoWithTheNewAnchor() {
    var account = risk(weekly()).tick().balance("45000").startOfDay("45000", "2026-01-12");
    account.at("2026-01-11T16:59:59").tick().expectLatched("weekly-loss");
    account.tick().expectNothingLatched();
  }

  @Test
  void whatIsLatchedUntilTheDayEndsDoesNotWaitForTheWeek() {
    var account = risk(plan().limit("weekLoss", to("5000"))).tick().balance("45000");
    account.startOfDay("45000", "2026-01-06").at("2026-01-05T17:00").tick();
    account.expectLatchings(2); // still 5,000 below the week's anchor
    account.expectLatched("weekly-loss");
  }

  @Test
  void aTrailMayBeLatchedUntilTheWeekEnds() {
    var trail = Trails.trail().until(Until.WEEK_RESET).drawdown();
    var account = RiskCase.open(weekly().trailing(trail)).balance("48000").released();
    account.startOfDay("48000", "2026-01-06").at("2026-01-05T17:00").tick();
    assertThat(account.state().latches().disarmed()).contains("trailing-drawdown");
    account.startOfDay("48000", "2026-01-12").at(SUNDAY).unknownEquity();
    assertThat(account.state().latches().disarmed()).contains("trailing-drawdown");
    account.balance("48000");
    assertThat(account.state().latches().disarmed()).doesNotContain("trailing-drawdown");
  }

  private static Plans weekly() {
    return weekly(Anchor.BALANCE);
  }

  private static Plans weekly(Anchor anchor) {
    var limit = Altered.with(to("5000"), "until", Until.WEEK_RESET);
    return plan().limit("weekLoss", limit).limit("weekAnchor", anchor);
  }

  private static RiskCase atSunday(Anchor anchor, String equity) {
    var account = risk(weekly(anchor)).tick().startOfDay("50000", "2026-01-12");
    return account.at(SUNDAY).balance("50000", equity);
  }

  private static Period week(RiskCase account) {
    return Objects.requireNonNull(account.state().week());
  }
}
