package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Plans.evaluation50k;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.open;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static io.plimsoll.engine.risk.Trails.endOfDay;
import static io.plimsoll.engine.risk.Trails.trail;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Restriction;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Another plan takes over an account. */
class AssignedTest {
  private static Plans fixed(String amount) {
    return plan().trailing(trail().fixed(amount).drawdown());
  }

  private static LossLadder closesAt(String loss) {
    return new LossLadder(null, null, new Amount.Fixed(Money.of(loss)));
  }

  private static Latch latch(RiskCase account, String limit) {
    return Objects.requireNonNull(account.state().latches().open().get(limit));
  }

  @Test
  void aSmallerAmountRaisesTheFloorAtOnce() {
    open(evaluation50k()).equity("51000").assigned(fixed("1500")).expectFloor("49500");
  }

  @Test
  void aLargerAmountDoesNotLowerTheFloor() {
    var account = open(evaluation50k()).equity("51000").assigned(fixed("3000"));
    account.expectFloor("49000");
    account.equity("52500").expectFloor("49500");
  }

  @Test
  void thePeakOfTheSameKindOfTrailGoesOn() {
    open(evaluation50k())
        .equity("51000")
        .equity("50500")
        .assigned(fixed("1000"))
        .expectPeak("51000");
  }

  @Test
  void anotherKindOfTrailBeginsAsIfSeenFirstButNotLower() {
    var account =
        open(evaluation50k())
            .maxNetLiq(null)
            .equity("51000")
            .assigned(plan().trailing(endOfDay().drawdown()));
    account.expectFloor("49000");
    assertThat(account.floor().seeded()).isTrue();
  }

  @Test
  void aPlanWithoutATrailKeepsThePeakForALaterOne() {
    open(evaluation50k())
        .equity("51000")
        .assigned(plan())
        .assigned(evaluation50k())
        .expectFloor("49000");
  }

  @Test
  void whatOnlyTheNewPlanCallsABreachAsksForNothing() {
    var account = open(evaluation50k()).equity("48900").assigned(fixed("1000"));
    var latch = latch(account, "trailing-drawdown");
    assertThat(latch.consequence()).isEqualTo(Restriction.NONE);
    assertThat(latch.wanted()).isEqualTo(Restriction.LIQUIDATE_AND_LOCK);
    assertThat(latch.isProposal()).isTrue();
  }

  @Test
  void whatBothPlansCallABreachIsOne() {
    var account = risk(plan().loss(closesAt("1500"))).tick();
    var moved = account.with(Reading.of(Money.of(50_000), Money.of(48_000)));
    moved.assigned(plan().loss(closesAt("1000")));
    assertThat(latch(moved, "daily-loss.auto-liquidate").isProposal()).isFalse();
  }

  @Test
  void whatWasReachedBeforeStaysAsItWas() {
    var account = open(evaluation50k()).equity("47000").assigned(plan());
    assertThat(latch(account, "trailing-drawdown").consequence())
        .isEqualTo(Restriction.LIQUIDATE_AND_LOCK);
  }

  @Test
  void whatAPersonLetOffIsArmedAgainAndProposed() {
    var account = open(evaluation50k()).equity("47000").released().tick();
    account.expectNothingLatched();
    account.assigned(evaluation50k());
    assertThat(latch(account, "trailing-drawdown").isProposal()).isTrue();
  }

  @Test
  void aBreachAfterTheChangeIsActedOn() {
    var account = open(evaluation50k()).equity("49500").assigned(fixed("1000")).equity("49000");
    assertThat(latch(account, "trailing-drawdown").isProposal()).isFalse();
  }

  @Test
  void theStartOfTheNewPlanHolds() {
    var percent = trail().percent("4", Amount.Base.START).drawdown();
    var account = open(evaluation50k()).assigned(plan().start("60000").trailing(percent));
    assertThat(account.state().start()).isEqualTo(Money.of(60_000));
    assertThat(account.floor().amount()).isEqualTo(Money.of(2_400));
  }

  @Test
  void aPlanWithoutAStartKeepsTheOneThatWasKnown() {
    var account = open(evaluation50k()).assigned(fixed("1000").start(null));
    assertThat(account.state().start()).isEqualTo(Money.of(50_000));
  }
}
