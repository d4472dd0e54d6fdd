package io.plimsoll.rules;

import static io.plimsoll.engine.fact.DataQuality.UNKNOWN_INPUT;
import static io.plimsoll.engine.fact.Restriction.FLATTEN;
import static io.plimsoll.engine.fact.Restriction.NONE;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.accountRisk;
import static io.plimsoll.rules.ShippedRules.rule;

import io.plimsoll.engine.session.GivenRisk;
import org.junit.jupiter.api.Test;

class FlattenTimestampTest {
  private static final String DUE = "flatten-timestamp.due";
  private static final String MISSED = "flatten-timestamp.missed";
  private static final GivenRisk OPEN = accountRisk().flattenDue();
  private static final GivenRisk LATE = accountRisk().flattenMissed();

  @Test
  void closesEverythingAtTheInstant() {
    rule(DUE).given(OPEN).finds(ACCOUNT).asking(FLATTEN);
  }

  @Test
  void onlyTellsWhenTheInstantWasMissed() {
    rule(MISSED).given(LATE).finds(ACCOUNT).asking(NONE);
  }

  @Test
  void aMissedInstantIsNotDue() {
    rule(DUE).given(LATE).findsNothing();
  }

  @Test
  void anInstantThatIsDueIsNotMissed() {
    rule(MISSED).given(OPEN).findsNothing();
  }

  @Test
  void findsNothingBeforeTheInstant() {
    rule(DUE).given(accountRisk()).findsNothing();
    rule(MISSED).given(accountRisk()).findsNothing();
  }

  @Test
  void dueEndsWhenNothingIsOpen() {
    rule(DUE).given(OPEN).then(accountRisk()).findsNothing();
  }

  @Test
  void missedEndsWithItsState() {
    rule(MISSED).given(LATE).then(accountRisk()).findsNothing();
  }

  @Test
  void theUnknownEndsNeither() {
    rule(DUE).given(OPEN).then(OPEN.quality(UNKNOWN_INPUT)).finds(ACCOUNT).asking(FLATTEN);
    rule(MISSED).given(LATE).then(LATE.quality(UNKNOWN_INPUT)).finds(ACCOUNT);
  }

  @Test
  void theUnknownAloneFindsNothing() {
    rule(DUE).given(accountRisk().quality(UNKNOWN_INPUT)).findsNothing();
    rule(MISSED).given(accountRisk().quality(UNKNOWN_INPUT)).findsNothing();
  }

  @Test
  void thePlansOwnTimeIsAnother() {
    rule(DUE).given(accountRisk().flatBy()).findsNothing();
  }
}
