package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.open;
import static io.plimsoll.engine.risk.Trails.endOfDay;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A close that was not seen live. */
class MissedCloseTest {
  @Test
  void withinAMinuteTheBalanceOfNowCounts() {
    open(plan().trailing(endOfDay().drawdown()))
        .at("2026-01-05T17:01:00")
        .balance("52500")
        .expectFloor("50500");
  }

  @Test
  void laterTheStartOfTheNextDayTellsTheBalance() {
    open(plan().trailing(endOfDay().drawdown()))
        .startOfDay("51000", "2026-01-06")
        .at("2026-01-05T17:01:01")
        .balance("52500")
        .expectFloor("49000");
  }

  @Test
  void theStartOfTheDayThatClosedTellsNothing() {
    open(plan().trailing(endOfDay().drawdown()))
        .startOfDay("50400", "2026-01-05")
        .at("2026-01-05T17:30")
        .balance("52500")
        .startOfDay("52400", "2026-01-06")
        .at("2026-01-05T17:31")
        .balance("52500")
        .expectFloor("50400");
  }

  @Test
  void aCloseBeforeTheResetWaitsForTheNextDay() {
    var early =
        new SessionClock(SessionClock.CME.zone(), LocalTime.of(17, 0), LocalTime.of(15, 10));
    open(plan().session(early).trailing(endOfDay().drawdown()))
        .startOfDay("50400", "2026-01-05")
        .at("2026-01-05T15:30")
        .balance("52500")
        .expectFloor("48000");
  }

  @Test
  void anUnknownCloseIsNotTakenForAnother() {
    open(plan().trailing(endOfDay().drawdown()))
        .startOfDay(null, null)
        .at("2026-01-05T17:00")
        .unknown()
        .at("2026-01-05T18:00")
        .balance("53000")
        .expectFloor("48000");
  }

  @Test
  void anEquityTrailMovesByTheCashOfTheCloseToo() {
    open(plan().trailing(endOfDay().basis(TrailingDrawdown.Basis.EQUITY).drawdown()))
        .startOfDay("51000", "2026-01-06")
        .at("2026-01-05T20:00")
        .balance("51000", "54000")
        .expectFloor("49000");
  }

  @Test
  void afterDaysTheLastCloseIsInTheNewestRow() {
    open(plan().trailing(endOfDay().drawdown()))
        .startOfDay("52000", "2026-01-08")
        .at("2026-01-08T09:00")
        .balance("51500")
        .expectFloor("50000");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T17:00, false", // the first close
    "2026-01-06T16:59:59, false", // still only that one
    "2026-01-06T17:00, true", // Monday's went by unseen
    "2026-01-08T09:00, true"
  })
  void moreThanOneCloseWithoutUsIsTold(String at, boolean missed) {
    var account = open(plan().trailing(endOfDay().drawdown()));
    account.startOfDay("50000", "2026-01-08").at(at).tick();
    assertThat(account.facts().closeMissed()).isEqualTo(missed);
  }

  @Test
  void itIsToldUntilACloseIsSeenAgain() {
    var account = open(plan().trailing(endOfDay().drawdown())).startOfDay("50000", "2026-01-08");
    account.at("2026-01-07T09:00").tick().at("2026-01-07T16:59:59").tick();
    assertThat(account.facts().closeMissed()).isTrue();
    account.tick();
    assertThat(account.facts().closeMissed()).isFalse();
  }

  @Test
  void aTrailByTheClockCountsItsOwnTimes() {
    var noon = endOfDay().movesAt("12:00").drawdown();
    var account = open(plan().trailing(noon)).startOfDay("50000", "2026-01-08");
    account.at("2026-01-06T11:59:59").tick();
    assertThat(account.facts().closeMissed()).isFalse();
    account.at("2026-01-07T12:00").tick();
    assertThat(account.facts().closeMissed()).isTrue();
  }

  @Test
  void aTrailAtTheTickMissesNoClose() {
    var account = open(Plans.evaluation50k()).at("2026-01-08T09:00").equity("51000");
    assertThat(account.facts().closeMissed()).isFalse();
  }

  @Test
  void aCloseWithoutEquityUsesTheLastKnown() {
    var account = open(plan().trailing(endOfDay().drawdown())).balance("52500");
    account.at("2026-01-05T17:00").unknown().tick().expectFloor("50500");
  }
}
