package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Imposing.atBroker;
import static io.plimsoll.engine.risk.Imposing.endOfDay;
import static io.plimsoll.engine.risk.Plans.evaluation50k;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.open;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The broker's own trailing floor, beside the plan's. */
class FloorAtBrokerTest {
  @Test
  void ofItsOwnKindTheStricterFloorHolds() {
    var account = open(evaluation50k()).imposed(atBroker("trailingMaxDrawdown", "1500"));
    account.tick().expectFloor("48500");
    assertThat(account.facts().floorDrift()).isTrue();
    account.equity("48500").expect(Level.REACHED);
  }

  @ParameterizedTest
  @CsvSource({"2000", "2500"})
  void aFloorThatIsNoStricterChangesNothing(String amount) {
    var account = open(evaluation50k()).imposed(atBroker("trailingMaxDrawdown", amount)).tick();
    account.expectFloor("48000");
    assertThat(account.facts().floorDrift()).isFalse();
  }

  @Test
  void itsCapIsTheBrokersToo() {
    var imposed = atBroker("trailingMaxDrawdown", "1500", "trailingMaxDrawdownLimit", "49000");
    var account = open(evaluation50k()).imposed(imposed).maxNetLiq("50800").equity("50800");
    account.expectFloor("49000"); // not 49,300; the plan's own is 48,800
  }

  @Test
  void onceTheBrokersIsMilderAgainItDriftsNoMoreAndTheFloorDoesNotFall() {
    var account = open(evaluation50k()).imposed(atBroker("trailingMaxDrawdown", "1500")).tick();
    account.imposed(atBroker("trailingMaxDrawdown", "2500")).tick().expectFloor("48500");
    assertThat(account.facts().floorDrift()).isFalse();
  }

  @Test
  void thatNothingWasSentSaysNothing() {
    var account = open(evaluation50k()).imposed(atBroker("trailingMaxDrawdown", "1500")).tick();
    assertThat(account.imposed(null).tick().facts().floorDrift()).isTrue();
    assertThat(account.imposed(Imposed.NOTHING).tick().facts().floorDrift()).isFalse();
  }

  @Test
  void withoutTheBrokersPeakItsFloorIsUnknown() {
    var account = open(evaluation50k()).imposed(atBroker("trailingMaxDrawdown", "1500"));
    account.maxNetLiq(null).tick().expectFloor("48000");
  }

  @Test
  void ofAnotherKindOursHoldsAndTheDriftIsTold() {
    var account = open(plan().trailing(Trails.endOfDay().drawdown()));
    account.imposed(endOfDay("trailingMaxDrawdown", "1500")).tick().expectFloor("48000");
    assertThat(account.facts().floorDrift()).isTrue();
    account.equity("48400").expect(Level.NEAR);
  }

  @Test
  void aTrailOfClosesIsComparedByThePeakOfCloses() {
    var account = open(plan().trailing(Trails.endOfDay().drawdown()));
    account.imposed(endOfDay("trailingMaxDrawdown", "2500")).maxNetLiq("51800").tick();
    assertThat(account.facts().floorDrift()).isFalse(); // 47,500, whatever the day's maximum
  }

  @Test
  void aTrailOfClosesOnEquityHasNoPeakThatTheBrokerKnows() {
    var equity = Trails.endOfDay().basis(TrailingDrawdown.Basis.EQUITY).drawdown();
    var account = open(plan().trailing(equity)).imposed(endOfDay("trailingMaxDrawdown", "1500"));
    assertThat(account.tick().facts().floorDrift()).isFalse();
  }

  @Test
  void aStaticFloorIsNotTheBrokersKind() {
    var never = Trails.trail().moves(new TrailingDrawdown.Moves.Never()).drawdown();
    var account = open(plan().trailing(never)).imposed(atBroker("trailingMaxDrawdown", "1500"));
    account.tick().expectFloor("48000");
    assertThat(account.facts().floorDrift()).isTrue();
  }

  @Test
  void theBrokersTrailHoldsWhereThePlanHasNone() {
    var account = risk(plan()).imposed(atBroker("trailingMaxDrawdown", "1500")).tick();
    account.expectFloor("48500");
    account.equity("48500").expect(Level.REACHED);
    account.expectLatched("trailing-drawdown");
  }
}
