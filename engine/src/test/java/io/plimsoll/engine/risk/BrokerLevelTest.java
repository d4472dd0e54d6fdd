package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.risk;

import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.fact.Restriction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerLevelTest {
  @ParameterizedTest
  @CsvSource({"10000.01, CLEAR", "10000, REACHED", "9999.99, REACHED"})
  void isReachedAtTheLevelItself(String equity, Level level) {
    alerting().equity(equity).expectBrokerLevel(level);
  }

  @Test
  void comesAndGoesWhereNothingFollows() {
    alerting().equity("9000").equity("11000").expectBrokerLevel(Level.CLEAR);
  }

  @Test
  void staysWhereARestrictionFollows() {
    restricting().equity("9000").equity("11000").expectBrokerLevel(Level.REACHED);
  }

  @Test
  void endsAtTheReset() {
    restricting()
        .equity("9000")
        .startOfDay("11000", "2026-01-06")
        .at("2026-01-05T17:00")
        .balance("11000")
        .expectBrokerLevel(Level.CLEAR);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1"})
  void aLevelThatIsNotPositiveIsNone(String level) {
    risk(plan()).liqOnlyLevel(level).equity("-5").expectBrokerLevel(Level.NONE);
  }

  @Test
  void aLevelNeverSentIsNone() {
    risk(plan()).liqOnlyLevel(null).equity("-5").expectBrokerLevel(Level.NONE);
  }

  @Test
  void aLevelThatBecomesUnknownClosesNothing() {
    alerting().equity("9000").unknown().expectBrokerLevel(Level.REACHED);
  }

  @Test
  void unknownEquityClosesNothing() {
    alerting().equity("9000").unknownEquity().expectBrokerLevel(Level.REACHED);
  }

  @Test
  void whatIsLatchedStaysThoughThePlanAsksForNothingSince() {
    restricting().equity("9000").held(plan()).equity("11000").expectBrokerLevel(Level.REACHED);
  }

  private static RiskCase alerting() {
    return risk(plan()).liqOnlyLevel("10000");
  }

  private static RiskCase restricting() {
    return risk(plan().brokerLevel(Restriction.LIQUIDATE_ONLY)).liqOnlyLevel("10000");
  }
}
