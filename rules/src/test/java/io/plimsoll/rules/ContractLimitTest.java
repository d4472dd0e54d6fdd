package io.plimsoll.rules;

import static io.plimsoll.engine.fact.DataQuality.UNKNOWN_INPUT;
import static io.plimsoll.engine.fact.Restriction.LIQUIDATE_ONLY;
import static io.plimsoll.engine.fact.Restriction.NONE;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.accountRisk;
import static io.plimsoll.rules.ShippedRules.rule;

import io.plimsoll.engine.session.GivenRisk;
import org.junit.jupiter.api.Test;

class ContractLimitTest {
  private static final String RULE = "contract-limit.reached";
  private static final GivenRisk ONE =
      accountRisk().contractsOver("overall").contractsConsequence(LIQUIDATE_ONLY);
  private static final GivenRisk BOTH =
      accountRisk().contractsOver("overall", "ES").contractsConsequence(LIQUIDATE_ONLY);

  @Test
  void asksWhatThePlanAsksAboutTheLimit() {
    rule(RULE).given(ONE).finds(ACCOUNT).about("overall").asking(LIQUIDATE_ONLY);
  }

  @Test
  void eachLimitThatIsExceededIsToldByItself() {
    var found = rule(RULE).given(BOTH).finds(ACCOUNT);
    found.about("overall").asking(LIQUIDATE_ONLY);
    found.about("ES").asking(LIQUIDATE_ONLY);
  }

  @Test
  void findsNothingWhileNoLimitIsExceeded() {
    rule(RULE).given(ONE.contractsOver()).findsNothing();
  }

  @Test
  void oneLimitStandsWhenTheOtherEnds() {
    rule(RULE)
        .given(BOTH)
        .then(accountRisk().contractsOver("ES").contractsConsequence(LIQUIDATE_ONLY))
        .finds(ACCOUNT)
        .about("ES")
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
        .about("overall")
        .asking(LIQUIDATE_ONLY);
  }

  @Test
  void aLimitThatWasLetOffIsNotExceeded() {
    rule(RULE).given(accountRisk().unpriced("ESZ6").disarmed("contract-limit")).findsNothing();
  }

  @Test
  void onlyTellsUnlessThePlanAsksForMore() {
    rule(RULE).given(ONE.contractsConsequence(NONE)).finds(ACCOUNT).about("overall").asking(NONE);
  }
}
