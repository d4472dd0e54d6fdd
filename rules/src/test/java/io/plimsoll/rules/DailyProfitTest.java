package io.plimsoll.rules;

import static io.plimsoll.engine.fact.DataQuality.UNKNOWN_INPUT;
import static io.plimsoll.engine.fact.Restriction.LIQUIDATE_AND_LOCK;
import static io.plimsoll.engine.fact.Restriction.LIQUIDATE_ONLY;
import static io.plimsoll.engine.fact.Restriction.NONE;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.accountRisk;
import static io.plimsoll.rules.ShippedRules.rule;

import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.session.GivenRisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DailyProfitTest {
  private static final String RULE = "daily-profit.reached";
  private static final GivenRisk REACHED =
      accountRisk().dayProfit(Level.REACHED).dayProfitConsequence(LIQUIDATE_AND_LOCK);

  @Test
  void asksWhatThePlanAsksAtItsTarget() {
    rule(RULE).given(REACHED).finds(ACCOUNT).asking(LIQUIDATE_AND_LOCK);
  }

  @Test
  void asksAMilderThingWhereThePlanDoes() {
    rule(RULE)
        .given(REACHED.dayProfitConsequence(LIQUIDATE_ONLY))
        .finds(ACCOUNT)
        .asking(LIQUIDATE_ONLY);
  }

  @Test
  void onlyTellsWhereThePlanDoes() {
    rule(RULE).given(REACHED.dayProfitConsequence(NONE)).finds(ACCOUNT).asking(NONE);
  }

  @ParameterizedTest
  @EnumSource(names = "REACHED", mode = EnumSource.Mode.EXCLUDE)
  void findsNothingJustShortOfIt(Level level) {
    rule(RULE).given(REACHED.dayProfit(level)).findsNothing();
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
    rule(RULE).given(REACHED).then(REACHED.dayProfit(Level.CLEAR)).findsNothing();
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
  void neitherALossNorAWeekIsADaysProfit() {
    rule(RULE)
        .given(accountRisk().dayLossLimit(Level.REACHED).weekProfit(Level.REACHED))
        .findsNothing();
  }
}
