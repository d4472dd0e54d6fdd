package io.plimsoll.rules;

import static io.plimsoll.engine.fact.DataQuality.UNKNOWN_INPUT;
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

class LiquidateOnlyLevelTest {
  private static final String RULE = "liquidate-only-level.reached";
  private static final GivenRisk REACHED = accountRisk().liquidateOnlyLevel(Level.REACHED);

  @Test
  void onlyTellsUnlessThePlanAsksForMore() {
    rule(RULE).given(REACHED).finds(ACCOUNT).asking(NONE);
  }

  @Test
  void asksWhatThePlanAsks() {
    rule(RULE)
        .given(REACHED.liquidateOnlyConsequence(LIQUIDATE_ONLY))
        .finds(ACCOUNT)
        .asking(LIQUIDATE_ONLY);
  }

  @ParameterizedTest
  @EnumSource(names = "REACHED", mode = EnumSource.Mode.EXCLUDE)
  void findsNothingShortOfTheLevel(Level level) {
    rule(RULE)
        .given(accountRisk().liquidateOnlyLevel(level).liquidateOnlyConsequence(LIQUIDATE_ONLY))
        .findsNothing();
  }

  @Test
  void endsWhenTheLevelIsClear() {
    rule(RULE).given(REACHED).then(accountRisk()).findsNothing();
  }

  @Test
  void theUnknownEndsNothing() {
    rule(RULE).given(REACHED).then(REACHED.quality(UNKNOWN_INPUT)).finds(ACCOUNT);
  }
}
