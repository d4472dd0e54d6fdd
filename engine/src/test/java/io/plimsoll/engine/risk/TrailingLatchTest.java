package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Plans.evaluation50k;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.open;
import static io.plimsoll.engine.risk.Trails.endOfDay;
import static io.plimsoll.engine.risk.Trails.trail;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.fact.Restriction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrailingLatchTest {
  @Test
  void staysReachedWhenEquityRecovers() {
    open(evaluation50k()).equity("47999").equity("60000").expect(Level.REACHED);
  }

  @Test
  void staysReachedWhenEquityBecomesUnknown() {
    open(evaluation50k()).equity("47999.99").unknownEquity().expect(Level.REACHED);
  }

  @Test
  void latchesOnceHoweverOftenItIsSeen() {
    open(evaluation50k()).equity("47999").equity("47000").equity("46000").expectLatchings(1);
  }

  @Test
  void latchesWithTheConsequenceOfThePlan() {
    var account =
        open(plan().trailing(trail().then(Restriction.LIQUIDATE_ONLY).drawdown())).equity("1");
    assertThat(account.state().latches().asking(Restriction.LIQUIDATE_ONLY)).isPresent();
    assertThat(account.state().latches().asking(Restriction.LIQUIDATE_AND_LOCK)).isEmpty();
  }

  @Test
  void aHardLatchOutlivesTheReset() {
    open(evaluation50k())
        .equity("47999")
        .startOfDay("49000", "2026-01-06")
        .at("2026-01-05T17:00:00")
        .balance("49000")
        .expect(Level.REACHED);
  }

  @Test
  void aSoftLatchEndsAtTheReset() {
    open(plan().trailing(trail().until(Until.NEXT_RESET).drawdown()))
        .equity("47999")
        .startOfDay("49000", "2026-01-06")
        .at("2026-01-05T17:00:00")
        .balance("49000")
        .expectNothingLatched();
  }

  @Test
  void aSoftLatchStillInBreachLatchesAnewInTheSameStep() {
    var account =
        open(plan().trailing(trail().until(Until.NEXT_RESET).drawdown()))
            .equity("47999")
            .startOfDay("47000", "2026-01-06")
            .at("2026-01-05T17:00:00")
            .balance("47000");
    account.expect(Level.REACHED);
    account.expectLatchings(2);
  }

  @Test
  void atACloseItIsTestedBeforeTheFloorMoves() {
    open(plan().trailing(endOfDay().drawdown()))
        .at("2026-01-05T17:00:00")
        .balance("55000", "48000")
        .expectLatched("trailing-drawdown");
  }

  @Test
  void atACloseItIsTestedAgainAfterTheFloorHasMoved() {
    open(plan().trailing(endOfDay().drawdown()))
        .at("2026-01-05T17:00:00")
        .balance("55000", "52999")
        .expectLatched("trailing-drawdown");
  }

  @Test
  void aSecondBeforeTheCloseTheNewFloorDoesNotHold() {
    open(plan().trailing(endOfDay().drawdown()))
        .at("2026-01-05T16:59:59")
        .balance("55000", "52999")
        .expectNothingLatched();
  }

  @ParameterizedTest
  @CsvSource({
    "50000, ''",
    "49000.01, ''",
    "49000, 50%",
    "48500.01, 50%",
    "48500, 75%",
    "48200, 90%",
    "48000.01, 90%",
    "60000, ''"
  })
  void warnsOfTheHighestBandUsedUp(String equity, String band) {
    open(plan().trailing(trail().moves(new TrailingDrawdown.Moves.Never()).drawdown()))
        .equity(equity)
        .expectBand(band);
  }

  @Test
  void aWarningComesAndGoes() {
    open(evaluation50k()).equity("48500").equity("49900").expect(Level.CLEAR);
  }

  @Test
  void noWarningIsShownOnceReached() {
    open(evaluation50k()).equity("48000").expectBand("");
  }

  @Test
  void aWarningStandsWhileEquityIsUnknown() {
    var account = open(evaluation50k()).equity("48500").unknownEquity();
    account.expect(Level.NEAR);
    account.expectBand("75%");
  }

  @Test
  void aWarningIsWrittenWithoutTrailingZeros() {
    open(evaluation50k().warnAt("12.50")).equity("49000").expectBand("12.5%");
  }

  @Test
  void theLatchEndsNeitherWithTheLimitNorItsLevel() {
    open(evaluation50k()).equity("47999").held(plan()).tick().expect(Level.REACHED);
  }

  @Test
  void aWarningEndsWithItsLimit() {
    var account = open(evaluation50k()).equity("48500").held(plan()).tick();
    account.expect(Level.NONE);
    account.expectBand("");
  }
}
