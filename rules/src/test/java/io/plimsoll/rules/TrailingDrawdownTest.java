package io.plimsoll.rules;

import static io.plimsoll.engine.fact.DataQuality.UNKNOWN_INPUT;
import static io.plimsoll.engine.fact.Restriction.LIQUIDATE_AND_LOCK;
import static io.plimsoll.engine.fact.Restriction.LIQUIDATE_ONLY;
import static io.plimsoll.engine.fact.Restriction.NONE;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.accountRisk;
import static io.plimsoll.rules.ShippedRules.rule;

import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.session.GivenRisk;
import org.junit.jupiter.api.Test;

class TrailingDrawdownTest {
  private static final String UNCERTAIN_RULE = "trailing-drawdown.uncertain";
  private static final GivenRisk NEAR = accountRisk().trailing(Level.NEAR).trailingBand("90%");
  private static final GivenRisk REACHED =
      accountRisk().trailing(Level.REACHED).trailingConsequence(LIQUIDATE_AND_LOCK);
  private static final GivenRisk SEEDED = accountRisk().trailingSeeded();
  private static final GivenRisk UNCERTAIN = SEEDED.trailingUncertain();

  @Test
  void nearIsAboutItsBand() {
    rule("trailing-drawdown.near").given(NEAR).finds(ACCOUNT).about("90%").asking(NONE);
  }

  @Test
  void nearFollowsTheBand() {
    rule("trailing-drawdown.near")
        .given(NEAR)
        .then(NEAR.trailingBand("75%"))
        .finds(ACCOUNT)
        .about("75%");
  }

  @Test
  void notNearWhileClear() {
    rule("trailing-drawdown.near").given(accountRisk().trailing(Level.CLEAR)).findsNothing();
  }

  @Test
  void notNearWithoutALimit() {
    rule("trailing-drawdown.near").given(accountRisk().trailing(Level.NONE)).findsNothing();
  }

  @Test
  void nearEndsWhenTheFloorIsReached() {
    rule("trailing-drawdown.near").given(NEAR).then(REACHED).findsNothing();
  }

  @Test
  void nearStandsWhileAnInputIsUnknown() {
    rule("trailing-drawdown.near")
        .given(NEAR)
        .then(NEAR.quality(UNKNOWN_INPUT))
        .finds(ACCOUNT)
        .about("90%");
  }

  @Test
  void reachedAtTheFloorAsksWhatThePlanAsks() {
    rule("trailing-drawdown.reached").given(REACHED).finds(ACCOUNT).asking(LIQUIDATE_AND_LOCK);
  }

  @Test
  void reachedAsksAMilderThingWhereThePlanDoes() {
    rule("trailing-drawdown.reached")
        .given(REACHED.trailingConsequence(LIQUIDATE_ONLY))
        .finds(ACCOUNT)
        .asking(LIQUIDATE_ONLY);
  }

  @Test
  void reachedOnlyTellsWhileThePeakIsEstimated() {
    rule("trailing-drawdown.reached")
        .given(REACHED.trailingConsequence(NONE))
        .finds(ACCOUNT)
        .asking(NONE);
  }

  @Test
  void notReachedInTheHighestBand() {
    rule("trailing-drawdown.reached").given(NEAR).findsNothing();
  }

  @Test
  void staysReachedWhileTheLatchStands() {
    rule("trailing-drawdown.reached")
        .given(REACHED)
        .then(REACHED.plan("another"))
        .finds(ACCOUNT)
        .asking(LIQUIDATE_AND_LOCK);
  }

  @Test
  void staysReachedWhenEquityBecomesUnknown() {
    rule("trailing-drawdown.reached")
        .given(REACHED)
        .then(REACHED.quality(UNKNOWN_INPUT))
        .finds(ACCOUNT)
        .asking(LIQUIDATE_AND_LOCK);
  }

  @Test
  void endsWhenTheLatchIsReleased() {
    rule("trailing-drawdown.reached").given(REACHED).then(accountRisk()).findsNothing();
  }

  @Test
  void theUnknownAloneFindsNothing() {
    rule("trailing-drawdown.reached")
        .given(accountRisk().trailing(Level.NONE).quality(UNKNOWN_INPUT))
        .findsNothing();
  }

  @Test
  void betweenBothFloorsItIsUncertainAndAsksNothing() {
    rule(UNCERTAIN_RULE).given(UNCERTAIN).finds(ACCOUNT).asking(NONE);
  }

  @Test
  void anEstimatedPeakAloneIsNotUncertain() {
    rule(UNCERTAIN_RULE).given(SEEDED).findsNothing();
  }

  @Test
  void uncertainEndsWhenTheLowerFloorIsReached() {
    rule(UNCERTAIN_RULE)
        .given(UNCERTAIN)
        .then(SEEDED.trailing(Level.REACHED).trailingConsequence(NONE))
        .findsNothing();
  }

  @Test
  void theUnknownMakesNothingCertain() {
    rule(UNCERTAIN_RULE).given(UNCERTAIN).then(UNCERTAIN.quality(UNKNOWN_INPUT)).finds(ACCOUNT);
  }
}
