package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.risk;

import io.plimsoll.engine.fact.Rung;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarginLadderTest {
  private static final MarginLadder LADDER =
      new MarginLadder(new BigDecimal("70"), new BigDecimal("85"), new BigDecimal("100"));

  @ParameterizedTest
  @CsvSource({
    "0, NONE",
    "34999.99, NONE",
    "35000, ALERT",
    "42499.99, ALERT",
    "42500, LIQUIDATE_ONLY",
    "49999.99, LIQUIDATE_ONLY",
    "50000, AUTO_LIQUIDATE",
    "90000, AUTO_LIQUIDATE"
  })
  void aRungIsReachedAtItsVeryEdge(String used, Rung rung) {
    risk(plan().margin(LADDER)).usedMargin(used).tick().expectMargin(rung);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-500, 0.01"})
  void anyMarginWithoutEquityIsOverEveryRung(String equity, String used) {
    risk(plan().margin(LADDER)).usedMargin(used).equity(equity).expectMargin(Rung.AUTO_LIQUIDATE);
  }

  @ParameterizedTest
  @CsvSource({"0", "-500"})
  void noMarginWithoutEquityIsFine(String equity) {
    risk(plan().margin(LADDER)).usedMargin("0").equity(equity).expectMargin(Rung.NONE);
  }

  @Test
  void fallingEquityReachesItToo() {
    risk(plan().margin(LADDER))
        .usedMargin("35000")
        .equity("40000")
        .expectMargin(Rung.LIQUIDATE_ONLY);
  }

  @Test
  void aLatchedRungStaysWhenMarginIsFreed() {
    risk(plan().margin(LADDER))
        .usedMargin("43000")
        .tick()
        .usedMargin("0")
        .tick()
        .expectMargin(Rung.LIQUIDATE_ONLY);
  }

  @Test
  void theAlertRungComesAndGoes() {
    risk(plan().margin(LADDER))
        .usedMargin("36000")
        .tick()
        .usedMargin("0")
        .tick()
        .expectMargin(Rung.NONE);
  }

  @Test
  void unknownMarginChangesNothing() {
    risk(plan().margin(LADDER))
        .usedMargin("36000")
        .tick()
        .usedMargin(null)
        .tick()
        .expectMargin(Rung.ALERT);
  }

  @Test
  void unknownEquityChangesNothing() {
    risk(plan().margin(LADDER)).usedMargin("60000").unknownEquity().expectMargin(Rung.NONE);
  }

  @Test
  void aLatchEndsAtTheReset() {
    risk(plan().margin(LADDER))
        .usedMargin("60000")
        .tick()
        .usedMargin("0")
        .startOfDay("50000", "2026-01-06")
        .at("2026-01-05T17:00")
        .tick()
        .expectMargin(Rung.NONE);
  }

  @Test
  void aWarningEndsWithItsLimit() {
    risk(plan().margin(LADDER))
        .usedMargin("36000")
        .tick()
        .held(plan())
        .tick()
        .expectMargin(Rung.NONE);
  }
}
