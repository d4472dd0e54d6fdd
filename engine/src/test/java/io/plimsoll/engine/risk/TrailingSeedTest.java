package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Plans.evaluation50k;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static io.plimsoll.engine.risk.Trails.endOfDay;
import static io.plimsoll.engine.risk.Trails.trail;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.TrailingDrawdown.Moves;
import org.junit.jupiter.api.Test;

/** Where a peak starts that the store does not know. */
class TrailingSeedTest {
  @Test
  void anEquityTrailAtTheTickStartsFromTheBrokersMaximum() {
    var account = risk(evaluation50k()).maxNetLiq("51141.16").tick();
    account.expectPeak("51141.16");
    assertThat(account.floor().seeded()).isFalse();
  }

  @Test
  void theBrokersMaximumCountsOnlyAboveTheStart() {
    risk(evaluation50k()).maxNetLiq("49000").tick().expectPeak("50000");
  }

  @Test
  void itIsBreachedAtOnceWhenTheMaximumSaysSo() {
    var account = risk(evaluation50k()).maxNetLiq("53000").tick();
    assertThat(account.state().latches().asking(Restriction.LIQUIDATE_AND_LOCK)).isPresent();
  }

  @Test
  void withoutTheMaximumItIsSeeded() {
    assertThat(risk(evaluation50k()).maxNetLiq(null).tick().floor().seeded()).isTrue();
  }

  @Test
  void aMaximumThatComesLaterEndsTheSeeding() {
    var account = risk(evaluation50k()).maxNetLiq(null).tick().maxNetLiq("51000").tick();
    account.expectPeak("51000");
    assertThat(account.floor().seeded()).isFalse();
  }

  @Test
  void whatWasOnlyProposedIsAskedForOnceTheMaximumProvesIt() {
    var account = risk(evaluation50k()).maxNetLiq(null).equity("47000").maxNetLiq("51000").tick();
    assertThat(account.state().latches().asking(Restriction.LIQUIDATE_AND_LOCK)).isPresent();
    account.expect(Level.REACHED);
  }

  @Test
  void aMaximumThatComesWhileEquityIsUnknownWaits() {
    var account =
        risk(evaluation50k()).maxNetLiq(null).equity("47000").maxNetLiq("51000").unknownEquity();
    account.expect(Level.REACHED);
    assertThat(account.floor().seeded()).isTrue();
  }

  @Test
  void nothingStartsWhileNothingIsKnown() {
    var account = risk(evaluation50k()).unknown();
    assertThat(account.state().trailing()).isNull();
    account.expect(Level.NONE);
  }

  @Test
  void anUnknownFirstMomentDoesNotSpoilTheSeed() {
    assertThat(risk(evaluation50k()).unknown().tick().floor().seeded()).isFalse();
  }

  @Test
  void anyOtherTrailStartsFromTheStartOfTheDay() {
    var account =
        risk(plan().trailing(endOfDay().drawdown()))
            .startOfDay("50400", "2026-01-05")
            .maxNetLiq("51800")
            .tick();
    account.expectFloor("48400");
    assertThat(account.floor().seeded()).isTrue();
  }

  @Test
  void itWaitsForTheCashOfTheDay() {
    var account = risk(plan().trailing(endOfDay().drawdown())).unknown();
    account.startOfDay("50400", "2026-01-05").tick().expectFloor("48400");
  }

  @Test
  void theStartOfTheDayCountsOnlyAboveTheStart() {
    risk(plan().trailing(endOfDay().drawdown()))
        .startOfDay("49000", "2026-01-05")
        .tick()
        .expectPeak("50000");
  }

  @Test
  void aStaticFloorNeedsNoHistory() {
    var account = risk(plan().trailing(trail().moves(new Moves.Never()).drawdown())).tick();
    assertThat(account.floor().seeded()).isFalse();
  }

  @Test
  void aSeededBreachIsToldAndAsksForNothing() {
    var account = risk(plan().trailing(endOfDay().drawdown())).equity("47000");
    account.expect(Level.REACHED);
    assertThat(account.state().latches().asking(Restriction.CANCEL)).isEmpty();
  }

  @Test
  void movingDoesNotEndTheSeeding() {
    var account =
        risk(plan().trailing(endOfDay().drawdown()))
            .tick()
            .at("2026-01-05T17:00:00")
            .balance("53000");
    assertThat(account.floor().seeded()).isTrue();
  }

  @Test
  void withoutAPlannedStartTheBrokersSizeIsTheStart() {
    risk(evaluation50k().start(null)).nominal("50000").tick().expectFloor("48000");
  }

  @Test
  void withoutAnyStartThePlanIsNotApplied() {
    var account = risk(evaluation50k().start(null)).equity("1");
    account.expect(Level.NONE);
    assertThat(account.state().trailing()).isNull();
  }

  @Test
  void aStartThatComesLaterApplies() {
    risk(evaluation50k().start(null)).tick().nominal("50000").tick().expectFloor("48000");
  }

  @Test
  void aPlanAssignedLaterBringsItsOwnStart() {
    var trail = trail().moves(new Moves.Never()).drawdown();
    risk(plan().start(null))
        .nominal("25000")
        .tick()
        .held(plan().trailing(trail))
        .tick()
        .expectFloor("48000");
  }

  @Test
  void onceAFloorStandsItsStartStays() {
    risk(evaluation50k()).tick().held(evaluation50k().start("60000")).tick().expectFloor("48000");
  }

  @Test
  void aPercentageOfNothingIsNoLimit() {
    var account =
        risk(plan().start("0").trailing(trail().percent("6", Amount.Base.START).drawdown()))
            .maxNetLiq(null)
            .startOfDay(null, null)
            .equity("0");
    account.expect(Level.NONE);
  }
}
