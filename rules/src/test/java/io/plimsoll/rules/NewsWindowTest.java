package io.plimsoll.rules;

import static io.plimsoll.engine.fact.DataQuality.UNKNOWN_INPUT;
import static io.plimsoll.engine.fact.Restriction.FLATTEN;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.accountRisk;
import static io.plimsoll.rules.ShippedRules.rule;

import io.plimsoll.engine.session.GivenRisk;
import org.junit.jupiter.api.Test;

class NewsWindowTest {
  private static final String RULE = "news-window.open";
  private static final GivenRisk ONE = accountRisk().newsWindows("CPI");
  private static final GivenRisk BOTH = accountRisk().newsWindows("CPI", "FOMC");

  @Test
  void closesEverythingInTheWindow() {
    rule(RULE).given(ONE).finds(ACCOUNT).about("CPI").asking(FLATTEN);
  }

  @Test
  void eachWindowIsToldByItself() {
    var found = rule(RULE).given(BOTH).finds(ACCOUNT);
    found.about("CPI").asking(FLATTEN);
    found.about("FOMC").asking(FLATTEN);
  }

  @Test
  void findsNothingOutsideOfAllWindows() {
    rule(RULE).given(ONE.newsWindows()).findsNothing();
  }

  @Test
  void oneWindowStandsWhenTheOtherEnds() {
    rule(RULE)
        .given(BOTH)
        .then(accountRisk().newsWindows("FOMC"))
        .finds(ACCOUNT)
        .about("FOMC")
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
        .about("CPI")
        .asking(FLATTEN);
  }

  @Test
  void neitherTheTimeOfDayNorTheBrokersInstantIsNews() {
    rule(RULE).given(accountRisk().flatBy().flattenDue()).findsNothing();
  }
}
