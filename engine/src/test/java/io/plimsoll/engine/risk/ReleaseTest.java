package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Plans.evaluation50k;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.open;
import static io.plimsoll.engine.risk.RiskCase.risk;

import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.fact.Rung;
import org.junit.jupiter.api.Test;

/** What a person's release does to the limits of an account. */
class ReleaseTest {
  private static final LossLadder LADDER =
      new LossLadder(dollars("500"), dollars("1000"), dollars("2000"));

  @Test
  void nothingStaysLatched() {
    open(evaluation50k()).equity("47000").released().expectNothingLatched();
  }

  @Test
  void theFloorDoesNotLatchAgainWhileStillInBreach() {
    open(evaluation50k()).equity("47000").released().equity("46000").expectNothingLatched();
  }

  @Test
  void itLatchesAgainAfterItWasSeenNotInBreach() {
    var account = open(evaluation50k()).equity("47000").released().equity("48500");
    account.equity("47000").expect(Level.REACHED);
    account.expectLatchings(2);
  }

  @Test
  void theUnknownArmsNothing() {
    open(evaluation50k())
        .equity("47000")
        .released()
        .unknown()
        .equity("47000")
        .expectNothingLatched();
  }

  @Test
  void aDisarmedFloorStillWarns() {
    open(evaluation50k()).equity("47000").released().equity("47000").expectBand("90%");
  }

  @Test
  void aHigherRungStillLatches() {
    risk(plan().loss(LADDER))
        .equity("49000")
        .released()
        .equity("48000")
        .expectLatched("daily-loss.auto-liquidate");
  }

  @Test
  void anotherLimitStillLatches() {
    open(evaluation50k().loss(LADDER))
        .equity("49000")
        .released()
        .equity("48000")
        .expectLatched("trailing-drawdown", "daily-loss.auto-liquidate");
  }

  @Test
  void theWarningStandsWhileEquityIsUnknown() {
    risk(plan().loss(LADDER)).equity("49400").released().unknownEquity().expectDayLoss(Rung.ALERT);
  }

  @Test
  void aHardLimitIsNotArmedByTheReset() {
    open(evaluation50k())
        .equity("47000")
        .released()
        .startOfDay("47000", "2026-01-06")
        .at("2026-01-05T17:00")
        .balance("47000")
        .expectNothingLatched();
  }

  @Test
  void anAlertOnTheBrokersLevelIsNotReleased() {
    risk(plan())
        .liqOnlyLevel("10000")
        .equity("9000")
        .released()
        .unknownEquity()
        .expectBrokerLevel(Level.REACHED);
  }

  private static Amount dollars(String amount) {
    return new Amount.Fixed(Money.of(amount));
  }
}
