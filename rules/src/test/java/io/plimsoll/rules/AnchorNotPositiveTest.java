package io.plimsoll.rules;

import static io.plimsoll.engine.fact.DataQuality.UNKNOWN_INPUT;
import static io.plimsoll.engine.fact.Restriction.NONE;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.accountRisk;
import static io.plimsoll.rules.ShippedRules.rule;

import io.plimsoll.engine.session.GivenRisk;
import org.junit.jupiter.api.Test;

class AnchorNotPositiveTest {
  private static final String RULE = "anchor-not-positive.percent-limits-off";
  private static final GivenRisk SO = accountRisk().percentLimitsOff();

  @Test
  void tellsThatPercentagesDoNotApply() {
    rule(RULE).given(SO).finds(ACCOUNT).asking(NONE);
  }

  @Test
  void findsNothingWhereTheyDo() {
    rule(RULE).given(accountRisk()).findsNothing();
  }

  @Test
  void endsWithAPositiveAnchor() {
    rule(RULE).given(SO).then(accountRisk()).findsNothing();
  }

  @Test
  void isToldAgainWhenTheAnchorIsNotPositiveAgain() {
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
  void anAnchorThatIsPendingMayBePositive() {
    rule(RULE).given(accountRisk().anchorPending().planNotApplied()).findsNothing();
  }
}
