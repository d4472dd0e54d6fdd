package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Imposing.atBroker;
import static io.plimsoll.engine.risk.Imposing.endOfDay;
import static io.plimsoll.engine.risk.Imposing.flattenAt;
import static io.plimsoll.engine.risk.Imposing.locked;
import static io.plimsoll.engine.risk.Limited.dollars;
import static io.plimsoll.engine.risk.Limited.percent;
import static io.plimsoll.engine.risk.Limited.to;
import static io.plimsoll.engine.risk.Plans.evaluation50k;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.TrailingDrawdown.Basis;
import io.plimsoll.engine.risk.TrailingDrawdown.Cap;
import io.plimsoll.engine.risk.TrailingDrawdown.Moves;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits set at the broker, beside those of a plan. */
class AtBrokerTest {
  @Test
  void whereNothingIsSetThePlanStandsAlone() {
    var own = plan().made();
    assertThat(AtBroker.completed(own, null)).isSameAs(own);
    assertThat(AtBroker.completed(own, Imposed.NOTHING)).isSameAs(own);
  }

  @Test
  void aTrailInRealTimeIsOnEquityAtEachTickWithoutACap() {
    assertThat(completed(atBroker("trailingMaxDrawdown", "2000")).trailing())
        .isEqualTo(Trails.trail().drawdown());
  }

  @Test
  void aTrailAtTheEndOfTheDayIsOnTheBalanceAtTheClose() {
    var trail = trailing(endOfDay("trailingMaxDrawdown", "2500"));
    assertThat(trail.amount()).isEqualTo(dollars("2500"));
    assertThat(trail.basis()).isEqualTo(Basis.BALANCE);
    assertThat(trail.moves()).isEqualTo(new Moves.AtClose());
  }

  @Test
  void itsLimitIsACapAtALevel() {
    var imposed = atBroker("trailingMaxDrawdown", "2000", "trailingMaxDrawdownLimit", "50100");
    assertThat(trailing(imposed).cap()).isEqualTo(new Cap.AtLevel(Money.of(50_100)));
  }

  @Test
  void aCapWithoutATrailIsNone() {
    assertThat(completed(atBroker("trailingMaxDrawdownLimit", "50100")).trailing()).isNull();
  }

  @Test
  void lossesOfTheDayAreLaddersInDollarsAndPercentOfTheAnchor() {
    var imposed =
        atBroker(
            "dailyLossAlert", "500",
            "dailyLossLiqOnly", "750",
            "dailyLossAutoLiq", "1000",
            "dailyLossPercentageAlert", "2",
            "dailyLossPercentageLiqOnly", "3",
            "dailyLossPercentageAutoLiq", "4");
    assertThat(completed(imposed).lossLadders())
        .containsExactly(
            new LossLadder(dollars("500"), dollars("750"), dollars("1000")),
            new LossLadder(
                percent("2", Amount.Base.ANCHOR),
                percent("3", Amount.Base.ANCHOR),
                percent("4", Amount.Base.ANCHOR)));
  }

  @ParameterizedTest
  @CsvSource({"dailyLossAlert", "dailyLossLiqOnly", "dailyLossAutoLiq"})
  void oneRungAloneIsALadder(String rung) {
    assertThat(completed(atBroker(rung, "500")).lossLadders()).hasSize(1);
  }

  @Test
  void otherLimitsAreNoLadder() {
    assertThat(completed(atBroker("weeklyLossAutoLiq", "500")).lossLadders()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"doNotUnlock, A_PERSON", "changesLocked, NEXT_RESET"})
  void whatMayNotBeUnlockedStaysUntilAPerson(String flag, Until until) {
    var imposed = atBroker("dailyLossAutoLiq", "1000", "dailyProfitAutoLiq", "1500");
    var limits = completed(locked(imposed, flag));
    assertThat(limits.lossLadders().getFirst().until()).isEqualTo(until);
    assertThat(present(limits.dayProfit()).until()).isEqualTo(until);
  }

  @Test
  void lossAndProfitOfTheWeekAndProfitOfTheDayAreInDollars() {
    var imposed =
        atBroker(
            "weeklyLossAutoLiq",
            "3000",
            "dailyProfitAutoLiq",
            "1500",
            "weeklyProfitAutoLiq",
            "4000");
    var limits = completed(imposed);
    assertThat(limits.weekLoss()).isEqualTo(weekly("3000"));
    assertThat(limits.dayProfit()).isEqualTo(to("1500"));
    assertThat(limits.weekProfit()).isEqualTo(weekly("4000"));
  }

  @Test
  void marginIsALadderInPercentOfEquity() {
    var imposed =
        atBroker(
            "marginPercentageAlert", "70",
            "marginPercentageLiqOnly", "85",
            "marginPercentageAutoLiq", "100");
    assertThat(completed(imposed).margin()).isEqualTo(margin("70", "85", "100"));
  }

  @ParameterizedTest
  @CsvSource({"marginPercentageAlert", "marginPercentageLiqOnly", "marginPercentageAutoLiq"})
  void oneRungOfMarginAloneIsALadder(String rung) {
    assertThat(completed(atBroker(rung, "70")).margin()).isNotNull();
  }

  @Test
  void withoutARungThereIsNoMarginLadder() {
    assertThat(completed(atBroker("dailyLossAutoLiq", "70")).margin()).isNull();
  }

  @Test
  void whatThePlanHasTooIsThePlans() {
    var own =
        evaluation50k()
            .limit("dayLoss", to("1"))
            .limit("weekLoss", to("2"))
            .limit("dayProfit", to("3"))
            .limit("weekProfit", to("4"))
            .margin(margin("10", "20", "30"))
            .made();
    var whole = AtBroker.completed(own, everything());
    assertThat(whole.limits()).isEqualTo(own.limits());
    assertThat(whole.brokers()).containsExactly("flatten-timestamp");
  }

  @Test
  void aLadderOfThePlanStandsInPlaceOfTheBrokers() {
    var ladder = new LossLadder(null, null, dollars("1"));
    var whole = AtBroker.completed(plan().loss(ladder).made(), everything());
    assertThat(whole.limits().lossLadders()).containsExactly(ladder);
    assertThat(whole.brokers()).doesNotContain("daily-loss.auto-liquidate");
  }

  @Test
  void whatThePlanLeavesOutTheBrokerEnforcesItself() {
    assertThat(AtBroker.completed(plan().made(), everything()).brokers())
        .containsExactlyInAnyOrder(
            "flatten-timestamp",
            "trailing-drawdown",
            "daily-loss.liquidate-only",
            "daily-loss.auto-liquidate",
            "weekly-loss",
            "daily-profit",
            "weekly-profit",
            "margin-used.liquidate-only",
            "margin-used.auto-liquidate");
  }

  @Test
  void whatNeitherHasIsNobodys() {
    assertThat(AtBroker.completed(plan().made(), atBroker("dailyLossAutoLiq", "1")).brokers())
        .doesNotContain("trailing-drawdown", "weekly-loss", "margin-used.liquidate-only");
  }

  @Test
  void theRestOfThePlanStaysAsItIs() {
    var own = plan().limit("liquidateOnlyLevel", Restriction.LIQUIDATE_ONLY).made();
    var whole = AtBroker.completed(own, atBroker("dailyLossAutoLiq", "1000"));
    assertThat(whole.limits().liquidateOnlyLevel()).isEqualTo(Restriction.LIQUIDATE_ONLY);
    assertThat(whole.name()).isEqualTo(own.name());
    assertThat(whole.version()).isEqualTo(own.version());
  }

  @Test
  void aFlattenTimeAloneIsTheBrokersToo() {
    var whole = AtBroker.completed(plan().made(), flattenAt("2026-01-05T20:00:00Z"));
    assertThat(whole.brokers()).contains("flatten-timestamp");
  }

  @ParameterizedTest
  @CsvSource({"48999.99, true", "49000, true", "49000.01, false"})
  void theBrokersLimitIsReachedAtItsVeryEdgeAndItsLatchSaysWhoseItIs(String equity, boolean is) {
    var account = risk(plan()).imposed(atBroker("dailyLossAutoLiq", "1000")).equity(equity);
    var latch = account.state().latches().open().get("daily-loss.auto-liquidate");
    assertThat(latch != null && latch.brokers()).isEqualTo(is);
  }

  @Test
  void aLimitOfThePlanIsItsOwn() {
    var account = risk(plan().limit("dayLoss", to("1000"))).imposed(everything()).equity("49000");
    assertThat(present(account.state().latches().open().get("daily-loss")).brokers()).isFalse();
  }

  @Test
  void theBrokersLimitsHoldThoughThePlanIsNotAppliedForWantOfAStart() {
    var account = risk(evaluation50k().start(null).limit("dayLoss", to("10")));
    account.imposed(atBroker("weeklyLossAutoLiq", "1000")).equity("49000");
    account.expectLatched("weekly-loss");
    assertThat(account.facts().planNotApplied()).isTrue();
  }

  @Test
  void withoutLimitsThereIsNothingToApply() {
    assertThat(risk(plan().start(null)).tick().facts().planNotApplied()).isFalse();
    assertThat(risk(plan().limit("dayLoss", to("10"))).tick().facts().planNotApplied()).isFalse();
  }

  private static Limits completed(Imposed imposed) {
    return AtBroker.completed(plan().made(), imposed).limits();
  }

  private static TrailingDrawdown trailing(Imposed imposed) {
    return present(completed(imposed).trailing());
  }

  private static Imposed everything() {
    return atBroker(
        "trailingMaxDrawdown", "2000",
        "dailyLossAutoLiq", "1000",
        "weeklyLossAutoLiq", "3000",
        "dailyProfitAutoLiq", "1500",
        "weeklyProfitAutoLiq", "4000",
        "marginPercentageAlert", "70");
  }

  private static PeriodLimit weekly(String dollars) {
    return Altered.with(to(dollars), "until", Until.WEEK_RESET);
  }

  private static MarginLadder margin(String alert, String liquidateOnly, String autoLiquidate) {
    return new MarginLadder(
        new BigDecimal(alert), new BigDecimal(liquidateOnly), new BigDecimal(autoLiquidate));
  }

  private static <T> T present(@Nullable T value) {
    assertThat(value).isNotNull();
    return Objects.requireNonNull(value);
  }
}
