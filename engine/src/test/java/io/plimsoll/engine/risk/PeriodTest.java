package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Rung;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeriodTest {
  private static final SessionClock LONDON =
      new SessionClock(ZoneId.of("Europe/London"), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  @Test
  void theDayBeginsWithTheBrokersCash() {
    risk(daily()).startOfDay("50400", "2026-01-05").tick().expectAnchor("50400");
  }

  @Test
  void firstSeenAfterTheResetTheCashOfTheOldDateIsNoAnchor() {
    risk(daily())
        .startOfDay("60000", "2026-01-05")
        .at("2026-01-05T17:30")
        .balance("50000")
        .expectAnchor(null);
  }

  @Test
  void firstSeenAfterTheResetYesterdaysLossIsNotTodays() {
    risk(daily())
        .startOfDay("60000", "2026-01-05")
        .at("2026-01-05T17:30")
        .balance("50000")
        .balance("50000")
        .expectDayLoss(Rung.NONE);
  }

  @Test
  void anAnchorThatComesLaterIsTaken() {
    risk(daily())
        .startOfDay(null, null)
        .tick()
        .startOfDay("50400", "2026-01-05")
        .tick()
        .expectAnchor("50400");
  }

  @Test
  void atTheResetItIsPendingUntilTheNewTradeDate() {
    risk(daily()).balance("51000").at("2026-01-05T17:00").tick().expectAnchor("50000");
  }

  @Test
  void aDayThatCannotBeJudgedYetDoesNotEndTheOld() {
    risk(daily())
        .tick()
        .at("2026-01-05T17:00")
        .startOfDay("49000", "2026-01-06")
        .unknownEquity()
        .expectAnchor("50000");
  }

  @Test
  void whilePendingNothingOpens() {
    risk(daily()).tick().at("2026-01-05T17:00").balance("40000").expectDayLoss(Rung.NONE);
  }

  @Test
  void whilePendingWhatIsOpenStands() {
    risk(daily())
        .balance("47000")
        .at("2026-01-05T17:00")
        .balance("50000")
        .expectLatched("daily-loss.auto-liquidate");
  }

  @Test
  void theNewTradeDateBeginsTheDay() {
    var account =
        risk(daily()).tick().at("2026-01-05T17:00").tick().startOfDay("51000", "2026-01-06").tick();
    account.expectAnchor("51000");
    assertThat(account.state().session()).isEqualTo(LocalDate.of(2026, 1, 6));
  }

  @Test
  void aNewTradeDateBeforeTheResetWaitsForIt() {
    risk(daily())
        .tick()
        .startOfDay("51000", "2026-01-06")
        .at("2026-01-05T16:59:59")
        .tick()
        .expectAnchor("50000");
  }

  @Test
  void softLatchesEndWithTheDay() {
    risk(daily())
        .balance("47000")
        .startOfDay("47000", "2026-01-06")
        .at("2026-01-05T17:00")
        .balance("47000")
        .expectNothingLatched();
  }

  @Test
  void aSecondBeforeTheResetTheyStand() {
    risk(daily())
        .balance("47000")
        .startOfDay("47000", "2026-01-06")
        .at("2026-01-05T16:59:59")
        .balance("47000")
        .expectLatched("daily-loss.auto-liquidate");
  }

  @Test
  void aResetCanBreachThoughNoPriceMoved() {
    risk(daily())
        .balance("53000", "50500")
        .startOfDay("53000", "2026-01-06")
        .at("2026-01-05T17:00")
        .tick()
        .expectDayLoss(Rung.AUTO_LIQUIDATE);
  }

  @Test
  void theRungStandsOverAResetWhileEquityIsUnknown() {
    risk(daily())
        .balance("47000")
        .startOfDay("47000", "2026-01-06")
        .at("2026-01-05T17:00")
        .unknownEquity()
        .expectDayLoss(Rung.AUTO_LIQUIDATE);
  }

  @Test
  void anotherResetTakesTheBalanceOfThatInstant() {
    risk(daily().session(LONDON))
        .tick()
        .at("2026-01-05T18:00")
        .balance("51000", "51500")
        .expectAnchor("51000");
  }

  @Test
  void anotherResetIsPendingWhileTheBalanceIsUnknown() {
    var account = risk(daily().session(LONDON)).tick().at("2026-01-05T18:00").unknown();
    assertThat(account.state().session()).isEqualTo(LocalDate.of(2026, 1, 5));
  }

  @Test
  void firstSeenMidDayWithAnotherResetTheAnchorIsUnknown() {
    risk(daily().session(LONDON)).tick().expectAnchor(null);
  }

  @Test
  void andNoLimitOfTheDayOpensUntilTheNextReset() {
    risk(daily().session(LONDON)).equity("1").expectDayLoss(Rung.NONE);
  }

  @Test
  void overTheWeekendTheAnchorWaitsForMonday() {
    risk(daily())
        .startOfDay("50000", "2026-01-05")
        .tick()
        .startOfDay("50500", "2026-01-09")
        .at("2026-01-09T16:00")
        .tick()
        .at("2026-01-10T12:00")
        .tick()
        .expectAnchor("50500");
  }

  @Test
  void aReleasedSoftLimitIsArmedAgainByTheReset() {
    risk(daily())
        .balance("47000")
        .released()
        .tick()
        .startOfDay("50000", "2026-01-06")
        .at("2026-01-05T17:00")
        .balance("47000")
        .expectLatched("daily-loss.auto-liquidate");
  }

  private static Plans daily() {
    return plan().loss(new LossLadder(null, null, new Amount.Fixed(Money.of(2_000))));
  }
}
