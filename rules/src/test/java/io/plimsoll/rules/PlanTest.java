package io.plimsoll.rules;

import static io.plimsoll.engine.fact.DataQuality.UNKNOWN_INPUT;
import static io.plimsoll.engine.fact.Restriction.NONE;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.accountRisk;
import static io.plimsoll.rules.ShippedRules.rule;

import io.plimsoll.engine.session.GivenRisk;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final String RULE = "plan.not-applied";
  private static final GivenRisk SO = accountRisk().planNotApplied();

  @Test
  void tellsThatALimitIsNotHeld() {
    rule(RULE).given(SO).finds(ACCOUNT).asking(NONE);
  }

  @Test
  void findsNothingWhereThePlanIsApplied() {
    rule(RULE).given(accountRisk()).findsNothing();
  }

  @Test
  void endsWhenTheStartIsKnown() {
    rule(RULE).given(SO).then(accountRisk()).findsNothing();
  }

  @Test
  void isToldAgainWhenThePlanCannotBeAppliedAgain() {
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
  void anAccountWithoutAPlanHasNoneToApply() {
    rule(RULE).given(accountRisk().plan("none").anchorPending()).findsNothing();
  }
}
