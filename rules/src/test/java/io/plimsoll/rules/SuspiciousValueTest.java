package io.plimsoll.rules;

import static io.plimsoll.engine.fact.DataQuality.UNKNOWN_INPUT;
import static io.plimsoll.engine.fact.Restriction.NONE;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.accountRisk;
import static io.plimsoll.rules.ShippedRules.rule;

import io.plimsoll.engine.session.GivenRisk;
import org.junit.jupiter.api.Test;

class SuspiciousValueTest {
  private static final String RULE = "suspicious-value.seen";
  private static final GivenRisk ONE = accountRisk().suspicious("marginPercentageAlert");
  private static final GivenRisk BOTH =
      accountRisk().suspicious("marginPercentageAlert", "dailyLossPercentageAlert");

  @Test
  void tellsWhichSettingLooksWrong() {
    rule(RULE).given(ONE).finds(ACCOUNT).about("marginPercentageAlert").asking(NONE);
  }

  @Test
  void eachSettingIsToldByItself() {
    var found = rule(RULE).given(BOTH).finds(ACCOUNT);
    found.about("marginPercentageAlert").asking(NONE);
    found.about("dailyLossPercentageAlert").asking(NONE);
  }

  @Test
  void findsNothingWhereAllLookRight() {
    rule(RULE).given(ONE.suspicious()).findsNothing();
  }

  @Test
  void oneSettingStandsWhenTheOtherIsMended() {
    rule(RULE)
        .given(BOTH)
        .then(accountRisk().suspicious("dailyLossPercentageAlert"))
        .finds(ACCOUNT)
        .about("dailyLossPercentageAlert")
        .then(accountRisk())
        .findsNothing();
  }

  @Test
  void theUnknownMovesNothing() {
    rule(RULE)
        .given(accountRisk().quality(UNKNOWN_INPUT))
        .findsNothing()
        .then(ONE)
        .then(ONE.quality(UNKNOWN_INPUT))
        .finds(ACCOUNT)
        .about("marginPercentageAlert")
        .asking(NONE);
  }

  @Test
  void aSettingThatWasWeakenedMayBeMeant() {
    rule(RULE).given(accountRisk().settingsWeakened("marginPercentageAlert")).findsNothing();
  }
}
