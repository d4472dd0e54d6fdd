package io.plimsoll.rules;

import static io.plimsoll.engine.fact.DataQuality.UNKNOWN_INPUT;
import static io.plimsoll.engine.fact.Restriction.LIQUIDATE_AND_LOCK;
import static io.plimsoll.engine.fact.Restriction.LIQUIDATE_ONLY;
import static io.plimsoll.engine.fact.Restriction.NONE;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.accountRisk;
import static io.plimsoll.rules.ShippedRules.rule;

import io.plimsoll.engine.fact.Rung;
import io.plimsoll.engine.session.GivenRisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarginUsageTest {
  private static final String ALERT = "margin-usage.alert";
  private static final String LIQUIDATE_ONLY_RULE = "margin-usage.liquidate-only";
  private static final String AUTO_LIQUIDATE = "margin-usage.auto-liquidate";

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void alertsFromItsRungUp(Rung rung) {
    rule(ALERT).given(at(rung)).finds(ACCOUNT).asking(NONE);
  }

  @Test
  void doesNotAlertBelowItsRung() {
    rule(ALERT).given(at(Rung.NONE)).findsNothing();
  }

  @Test
  void theAlertEndsWithTheMargin() {
    rule(ALERT).given(at(Rung.ALERT)).then(at(Rung.NONE)).findsNothing();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIQUIDATE_ONLY", "AUTO_LIQUIDATE"})
  void asksForClosingOnlyFromItsRungUp(Rung rung) {
    rule(LIQUIDATE_ONLY_RULE).given(at(rung)).finds(ACCOUNT).asking(LIQUIDATE_ONLY);
  }

  @Test
  void doesNotAskForClosingOnlyAtTheAlertRung() {
    rule(LIQUIDATE_ONLY_RULE).given(at(Rung.ALERT)).findsNothing();
  }

  @Test
  void closingOnlyEndsWithTheLatch() {
    rule(LIQUIDATE_ONLY_RULE).given(at(Rung.LIQUIDATE_ONLY)).then(at(Rung.NONE)).findsNothing();
  }

  @Test
  void closesEverythingAtTheHighestRung() {
    rule(AUTO_LIQUIDATE).given(at(Rung.AUTO_LIQUIDATE)).finds(ACCOUNT).asking(LIQUIDATE_AND_LOCK);
  }

  @Test
  void doesNotCloseEverythingOneRungBelow() {
    rule(AUTO_LIQUIDATE).given(at(Rung.LIQUIDATE_ONLY)).findsNothing();
  }

  @Test
  void staysClosedWhileTheLatchStands() {
    rule(AUTO_LIQUIDATE)
        .given(at(Rung.AUTO_LIQUIDATE))
        .then(at(Rung.AUTO_LIQUIDATE).plan("another"))
        .finds(ACCOUNT)
        .asking(LIQUIDATE_AND_LOCK);
  }

  @Test
  void endsWhenTheLatchIsReleased() {
    rule(AUTO_LIQUIDATE).given(at(Rung.AUTO_LIQUIDATE)).then(at(Rung.NONE)).findsNothing();
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void theUnknownEndsNothing(Rung rung) {
    rule(ALERT).given(at(rung)).then(at(rung).quality(UNKNOWN_INPUT)).finds(ACCOUNT);
  }

  @Test
  void theUnknownOpensNothing() {
    rule(ALERT).given(at(Rung.NONE).quality(UNKNOWN_INPUT)).findsNothing();
  }

  @Test
  void aLossIsNoMargin() {
    rule(ALERT).given(accountRisk().dayLoss(Rung.AUTO_LIQUIDATE)).findsNothing();
  }

  private static GivenRisk at(Rung rung) {
    return accountRisk().margin(rung);
  }
}
