package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Plans.evaluation50k;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.open;
import static io.plimsoll.engine.risk.Trails.endOfDay;
import static io.plimsoll.engine.risk.Trails.trail;

import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.risk.TrailingDrawdown.Basis;
import io.plimsoll.engine.risk.TrailingDrawdown.Cap;
import io.plimsoll.engine.risk.TrailingDrawdown.Moves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amount, basis, moves and breach; the caps have a test of their own. */
class TrailingDimensionsTest {
  @Test
  void aFixedAmountLiesBelowThePeak() {
    open(evaluation50k()).equity("51500").expectFloor("49500");
  }

  @Test
  void aPercentageOfTheStartStaysTheSameAmount() {
    open(plan().start("100000").trailing(trail().percent("6", Amount.Base.START).drawdown()))
        .balance("102000")
        .expectFloor("96000");
  }

  @Test
  void aPercentageOfThePeakGrowsWithIt() {
    open(plan().start("100000").trailing(trail().percent("6", Amount.Base.PEAK).drawdown()))
        .balance("102000")
        .expectFloor("95880");
  }

  @Test
  void onEquityOpenProfitCounts() {
    open(evaluation50k()).balance("50000", "51000").expectPeak("51000");
  }

  @Test
  void onBalanceOpenProfitDoesNotCount() {
    open(plan().trailing(trail().basis(Basis.BALANCE).drawdown()))
        .balance("50000", "51000")
        .expectPeak("50000");
  }

  @Test
  void onBalanceTheTestIsStillOnEquity() {
    open(plan().trailing(trail().basis(Basis.BALANCE).drawdown()))
        .balance("50000", "48000")
        .expect(Level.REACHED);
  }

  @Test
  void onBalanceAtTheTickItFollowsWhatIsClosedAndNoMaximumOfEquity() {
    open(plan().trailing(trail().basis(Basis.BALANCE).drawdown()))
        .maxNetLiq("56000")
        .balance("52500", "55000")
        .expectFloor("50500");
  }

  @Test
  void onEquityAtTheTickItNeedsNoMaximumOfTheBrokers() {
    open(evaluation50k()).maxNetLiq(null).equity("51500").expectFloor("49500");
  }

  @Test
  void aLargerAmountDoesNotLowerTheFloor() {
    open(evaluation50k())
        .held(plan().trailing(trail().fixed("3000").drawdown()))
        .equity("50500")
        .expectFloor("48000");
  }

  @Test
  void atTheTickItMovesAtOnceAndNeverBack() {
    open(evaluation50k()).equity("50750.50").equity("50100").expectFloor("48750.50");
  }

  @Test
  void atTheCloseItDoesNotMoveBefore() {
    open(plan().trailing(endOfDay().drawdown()))
        .at("2026-01-05T16:59:59")
        .balance("52500")
        .expectFloor("48000");
  }

  @Test
  void atTheCloseItMovesAtTheInstantItself() {
    open(plan().trailing(endOfDay().drawdown()))
        .at("2026-01-05T17:00:00")
        .balance("52500")
        .expectFloor("50500");
  }

  @Test
  void afterTheCloseItStandsUntilTheNext() {
    open(plan().trailing(endOfDay().drawdown()))
        .at("2026-01-05T17:00:00")
        .balance("52500")
        .balance("53000")
        .expectFloor("50500");
  }

  @Test
  void aLowerCloseLeavesTheFloor() {
    open(plan().trailing(endOfDay().drawdown()))
        .at("2026-01-05T17:00:00")
        .balance("51000")
        .at("2026-01-06T17:00:00")
        .balance("50500")
        .expectFloor("49000");
  }

  @Test
  void atAClockTimeItMovesThenOnly() {
    open(plan().trailing(endOfDay().movesAt("12:00").drawdown()))
        .at("2026-01-05T11:59:59")
        .balance("51000")
        .balance("51200")
        .balance("52000")
        .expectFloor("49200");
  }

  @Test
  void neverIsTheStartLessTheAmount() {
    open(plan().trailing(trail().moves(new Moves.Never()).drawdown()))
        .balance("60000")
        .expectFloor("48000");
  }

  @ParameterizedTest
  @CsvSource({"48000.01, NEAR", "48000, REACHED", "47999.99, REACHED"})
  void atOrBelowIsReachedAtTheFloorItself(String equity, Level level) {
    open(evaluation50k()).equity(equity).expect(level);
  }

  @ParameterizedTest
  @CsvSource({"48000.01, NEAR", "48000, NEAR", "47999.99, REACHED"})
  void belowIsNotReachedAtTheFloorItself(String equity, Level level) {
    open(plan().trailing(trail().below().drawdown())).equity(equity).expect(level);
  }

  @Test
  void theEndOfDayTrailThatStopsAtTheStart() {
    var trail = endOfDay().below().cap(new Cap.AtStart(Money.ZERO));
    var account = open(plan().trailing(trail.drawdown()));
    account.equity("51500").expectFloor("48000");
    account.at("2026-01-05T17:00:00").balance("52500").expectFloor("50000");
    account.equity("50000").expect(Level.NEAR);
    account.equity("49999.99").expect(Level.REACHED);
    account.unknownEquity().expect(Level.REACHED);
  }

  @Test
  void aPlanWithoutATrailHasNoLevel() {
    open(plan()).equity("1").expect(Level.NONE);
  }
}
