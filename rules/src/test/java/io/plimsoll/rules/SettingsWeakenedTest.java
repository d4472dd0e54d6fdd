package io.plimsoll.rules;

import static io.plimsoll.engine.fact.DataQuality.UNKNOWN_INPUT;
import static io.plimsoll.engine.fact.Restriction.NONE;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.accountRisk;
import static io.plimsoll.rules.ShippedRules.rule;

import io.plimsoll.engine.session.GivenRisk;
import org.junit.jupiter.api.Test;

class SettingsWeakenedTest {
  private static final String RULE = "settings-weakened.weakened";
  private static final GivenRisk ONE = accountRisk().settingsWeakened("dailyLossAutoLiq");
  private static final GivenRisk BOTH =
      accountRisk().settingsWeakened("dailyLossAutoLiq", "doNotUnlock");

  @Test
  void tellsWhichSettingWasWeakened() {
    rule(RULE).given(ONE).finds(ACCOUNT).about("dailyLossAutoLiq").asking(NONE);
  }

  @Test
  void eachSettingIsToldByItself() {
    var found = rule(RULE).given(BOTH).finds(ACCOUNT);
    found.about("dailyLossAutoLiq").asking(NONE);
    found.about("doNotUnlock").asking(NONE);
  }

  @Test
  void findsNothingWhereNoneIsWeaker() {
    rule(RULE).given(ONE.settingsWeakened()).findsNothing();
  }

  @Test
  void oneSettingStandsWhenTheOtherEnds() {
    rule(RULE)
        .given(BOTH)
        .then(accountRisk().settingsWeakened("doNotUnlock"))
        .finds(ACCOUNT)
        .about("doNotUnlock")
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
        .about("dailyLossAutoLiq")
        .asking(NONE);
  }

  @Test
  void aSettingThatLooksWrongWasNotWeakened() {
    rule(RULE)
        .given(accountRisk().suspicious("dailyLossAutoLiq").disarmed("daily-loss"))
        .findsNothing();
  }
}
