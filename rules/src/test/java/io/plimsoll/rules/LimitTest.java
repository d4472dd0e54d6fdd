package io.plimsoll.rules;

import static io.plimsoll.engine.fact.DataQuality.UNKNOWN_INPUT;
import static io.plimsoll.engine.fact.Restriction.NONE;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.accountRisk;
import static io.plimsoll.rules.ShippedRules.rule;

import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.session.GivenRisk;
import org.junit.jupiter.api.Test;

class LimitTest {
  private static final String RULE = "limit.disarmed";
  private static final GivenRisk ONE = accountRisk().disarmed("trailing-drawdown");
  private static final GivenRisk BOTH = accountRisk().disarmed("trailing-drawdown", "daily-loss");

  @Test
  void tellsWhichLimitWasLetOff() {
    rule(RULE).given(ONE).finds(ACCOUNT).about("trailing-drawdown").asking(NONE);
  }

  @Test
  void eachLimitIsToldByItself() {
    var found = rule(RULE).given(BOTH).finds(ACCOUNT);
    found.about("trailing-drawdown").asking(NONE);
    found.about("daily-loss").asking(NONE);
  }

  @Test
  void findsNothingWhereAllLimitsAct() {
    rule(RULE).given(ONE.disarmed()).findsNothing();
  }

  @Test
  void oneLimitStandsWhenTheOtherActsAgain() {
    rule(RULE)
        .given(BOTH)
        .then(accountRisk().disarmed("daily-loss"))
        .finds(ACCOUNT)
        .about("daily-loss")
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
        .about("trailing-drawdown")
        .asking(NONE);
  }

  @Test
  void aLimitThatIsReachedActs() {
    rule(RULE)
        .given(accountRisk().trailing(Level.REACHED).settingsWeakened("dailyLossAutoLiq"))
        .findsNothing();
  }
}
