package io.plimsoll.rules;

import static io.plimsoll.engine.fact.DataQuality.UNKNOWN_INPUT;
import static io.plimsoll.engine.fact.Restriction.NONE;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.accountRisk;
import static io.plimsoll.rules.ShippedRules.rule;

import io.plimsoll.engine.session.GivenRisk;
import org.junit.jupiter.api.Test;

class UnpricedPositionTest {
  private static final String RULE = "unpriced-position.open";
  private static final GivenRisk ONE = accountRisk().unpriced("ESZ6");
  private static final GivenRisk BOTH = accountRisk().unpriced("ESZ6", "NQZ6");

  @Test
  void tellsWhichContractHasNoPrice() {
    rule(RULE).given(ONE).finds(ACCOUNT).about("ESZ6").asking(NONE);
  }

  @Test
  void eachContractIsToldByItself() {
    var found = rule(RULE).given(BOTH).finds(ACCOUNT);
    found.about("ESZ6").asking(NONE);
    found.about("NQZ6").asking(NONE);
  }

  @Test
  void findsNothingWhereAllHavePrices() {
    rule(RULE).given(ONE.unpriced()).findsNothing();
  }

  @Test
  void oneContractStandsWhenTheOtherGetsItsPrice() {
    rule(RULE)
        .given(BOTH)
        .then(accountRisk().unpriced("NQZ6"))
        .finds(ACCOUNT)
        .about("NQZ6")
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
        .about("ESZ6")
        .asking(NONE);
  }

  @Test
  void aContractTooManyMayHaveAPrice() {
    rule(RULE).given(accountRisk().contractsOver("ES").flatBy()).findsNothing();
  }
}
