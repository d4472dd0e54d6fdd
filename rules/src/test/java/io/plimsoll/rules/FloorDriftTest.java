package io.plimsoll.rules;

import static io.plimsoll.engine.fact.DataQuality.UNKNOWN_INPUT;
import static io.plimsoll.engine.fact.Restriction.NONE;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.accountRisk;
import static io.plimsoll.rules.ShippedRules.rule;

import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.session.GivenRisk;
import org.junit.jupiter.api.Test;

class FloorDriftTest {
  private static final String RULE = "floor-drift.stricter";
  private static final GivenRisk SO = accountRisk().floorDrift();

  @Test
  void tellsThatTheBrokersFloorIsStricter() {
    rule(RULE).given(SO).finds(ACCOUNT).asking(NONE);
  }

  @Test
  void findsNothingWhereBothAgree() {
    rule(RULE).given(accountRisk()).findsNothing();
  }

  @Test
  void endsWhenBothAgreeAgain() {
    rule(RULE).given(SO).then(accountRisk()).findsNothing();
  }

  @Test
  void isToldAgainWhenTheyDriftApartAgain() {
    rule(RULE).given(SO).then(accountRisk()).then(SO).finds(ACCOUNT).asking(NONE);
  }

  @Test
  void theUnknownMovesNothing() {
    rule(RULE)
        .given(accountRisk().quality(UNKNOWN_INPUT))
        .findsNothing()
        .then(SO)
        .then(SO.quality(UNKNOWN_INPUT))
        .finds(ACCOUNT)
        .asking(NONE);
  }

  @Test
  void aReachedFloorHasNotDrifted() {
    rule(RULE).given(accountRisk().trailing(Level.REACHED).trailingSeeded()).findsNothing();
  }
}
