package io.plimsoll.rules;

import static io.plimsoll.engine.fact.DataQuality.UNKNOWN_INPUT;
import static io.plimsoll.engine.fact.Restriction.FLATTEN;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.accountRisk;
import static io.plimsoll.rules.ShippedRules.rule;

import io.plimsoll.engine.session.GivenRisk;
import org.junit.jupiter.api.Test;

class FlatByTest {
  private static final String RULE = "flat-by.open";
  private static final GivenRisk SO = accountRisk().flatBy();

  @Test
  void closesEverythingAfterTheTime() {
    rule(RULE).given(SO).finds(ACCOUNT).asking(FLATTEN);
  }

  @Test
  void findsNothingBeforeTheTimeOrWhileFlat() {
    rule(RULE).given(accountRisk()).findsNothing();
  }

  @Test
  void endsWhenNothingIsOpen() {
    rule(RULE).given(SO).then(accountRisk()).findsNothing();
  }

  @Test
  void beginsAnewWhenSomethingIsOpenedAgain() {
    rule(RULE).given(SO).then(accountRisk()).then(SO).finds(ACCOUNT).asking(FLATTEN);
  }

  @Test
  void theUnknownMovesNothing() {
    rule(RULE)
        .given(accountRisk().quality(UNKNOWN_INPUT))
        .findsNothing()
        .then(SO)
        .then(SO.quality(UNKNOWN_INPUT))
        .finds(ACCOUNT)
        .asking(FLATTEN);
  }

  @Test
  void neitherNewsNorTheBrokersInstantIsTheTime() {
    rule(RULE).given(accountRisk().newsWindows("CPI").flattenDue()).findsNothing();
  }
}
