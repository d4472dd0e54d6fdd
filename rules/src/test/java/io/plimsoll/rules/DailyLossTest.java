package io.plimsoll.rules;

import static io.plimsoll.engine.fact.DataQuality.UNKNOWN_INPUT;
import static io.plimsoll.engine.fact.Restriction.LIQUIDATE_AND_LOCK;
import static io.plimsoll.engine.fact.Restriction.LIQUIDATE_ONLY;
import static io.plimsoll.engine.fact.Restriction.NONE;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.accountRisk;
import static io.plimsoll.rules.ShippedRules.rule;

import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.fact.Rung;
import io.plimsoll.engine.session.GivenRisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DailyLossTest {
  private static final String RULE = "daily-loss.reached";
  private static final GivenRisk REACHED =
      accountRisk().dayLossLimit(Level.REACHED).dayLossConsequence(LIQUIDATE_AND_LOCK);

  @Test
  void asksWhatThePlanAsks() {
    rule(RULE).given(REACHED).finds(ACCOUNT).asking(LIQUIDATE_AND_LOCK);
  }

  @Test
  void asksAMilderThingWhereThePlanDoes() {
    rule(RULE)
        .given(REACHED.dayLossConsequence(LIQUIDATE_ONLY))
        .finds(ACCOUNT)
        .asking(LIQUIDATE_ONLY);
  }

  @Test
  void onlyTellsWhereThePlanDoes() {
    rule(RULE).given(REACHED.dayLossConsequence(NONE)).finds(ACCOUNT).asking(NONE);
  }

  @ParameterizedTest
  @EnumSource(names = "REACHED", mode = EnumSource.Mode.EXCLUDE)
  void findsNothingJustShortOfIt(Level level) {
    rule(RULE).given(REACHED.dayLossLimit(level)).findsNothing();
  }

  @Test
  void staysWhileTheLatchStands() {
    rule(RULE)
        .given(REACHED)
        .then(REACHED.plan("another"))
        .finds(ACCOUNT)
        .asking(LIQUIDATE_AND_LOCK);
  }

  @Test
  void endsWithTheLatch() {
    rule(RULE).given(REACHED).then(REACHED.dayLossLimit(Level.CLEAR)).findsNothing();
  }

  @Test
  void theUnknownMovesNothing() {
    rule(RULE)
        .given(accountRisk().quality(UNKNOWN_INPUT))
        .findsNothing()
        .then(REACHED)
        .then(REACHED.quality(UNKNOWN_INPUT))
        .finds(ACCOUNT)
        .asking(LIQUIDATE_AND_LOCK);
  }

  @Test
  void neitherTheWeekNorTheLadderIsThisLimit() {
    rule(RULE)
        .given(accountRisk().weekLoss(Level.REACHED).dayLoss(Rung.AUTO_LIQUIDATE))
        .findsNothing();
  }
}
