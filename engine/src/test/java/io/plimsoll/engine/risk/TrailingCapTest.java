package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.open;
import static io.plimsoll.engine.risk.Trails.trail;

import io.plimsoll.engine.risk.TrailingDrawdown.Cap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrailingCapTest {
  @ParameterizedTest
  @CsvSource({"51999.99, 49999.99", "52000, 50000", "52000.01, 50000", "99000, 50000"})
  void stopsAtTheStart(String peak, String floor) {
    capped(new Cap.AtStart(Money.ZERO)).equity(peak).expectFloor(floor);
  }

  @ParameterizedTest
  @CsvSource({"52099, 50099", "52100, 50100", "60000, 50100"})
  void stopsAnOffsetAboveTheStart(String peak, String floor) {
    capped(new Cap.AtStart(Money.of(100))).equity(peak).expectFloor(floor);
  }

  @ParameterizedTest
  @CsvSource({"51141.16, 49141.16", "53000, 50100"})
  void stopsAtALevel(String peak, String floor) {
    capped(new Cap.AtLevel(Money.of("50100"))).equity(peak).expectFloor(floor);
  }

  @ParameterizedTest
  @CsvSource({"54999, 52999", "55000, 53000", "80000, 53000"})
  void freezesAtTheMilestoneLessTheAmount(String peak, String floor) {
    capped(new Cap.FreezeAt(Money.of(55_000))).equity(peak).expectFloor(floor);
  }

  @ParameterizedTest
  @CsvSource({"110000, 103400", "115000, 108100", "120000, 108100", "230000, 108100"})
  void freezesAPercentageOfThePeakAsItIsAtTheMilestone(String peak, String floor) {
    var trail = trail().percent("6", Amount.Base.PEAK).cap(new Cap.FreezeAt(Money.of(115_000)));
    open(plan().start("100000").trailing(trail.drawdown())).equity(peak).expectFloor(floor);
  }

  @ParameterizedTest
  @CsvSource({"101000, 94940", "200000, 100000"})
  void capsAPercentageOfThePeak(String peak, String floor) {
    var trail = trail().percent("6", Amount.Base.PEAK).cap(new Cap.AtStart(Money.ZERO));
    open(plan().start("100000").trailing(trail.drawdown())).equity(peak).expectFloor(floor);
  }

  private static RiskCase capped(Cap cap) {
    return open(plan().trailing(trail().cap(cap).drawdown()));
  }
}
