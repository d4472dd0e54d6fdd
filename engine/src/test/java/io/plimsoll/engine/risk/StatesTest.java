package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Limited.dollars;
import static io.plimsoll.engine.risk.Limited.holding;
import static io.plimsoll.engine.risk.Limited.percent;
import static io.plimsoll.engine.risk.Limited.to;
import static io.plimsoll.engine.risk.Plans.evaluation50k;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.open;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.AccountRisk;
import io.plimsoll.engine.fact.ActionProof;
import io.plimsoll.engine.fact.DataQuality;
import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.fact.Rung;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The states that rules see, from limits through latches and signs. */
class StatesTest {
  @ParameterizedTest
  @CsvSource({"dayLoss, 49000", "weekLoss, 49000", "dayProfit, 51000", "weekProfit, 51000"})
  void aLimitIsNoneThenClearThenReached(String limit, String equity) {
    var account = risk(plan()).tick();
    assertThat(level(limit).apply(account.facts())).isEqualTo(Level.NONE);
    account.held(plan().limit(limit, to("1000"))).tick();
    assertThat(level(limit).apply(account.facts())).isEqualTo(Level.CLEAR);
    account.equity(equity);
    assertThat(level(limit).apply(account.facts())).isEqualTo(Level.REACHED);
  }

  @ParameterizedTest
  @CsvSource({"dayLoss", "weekLoss", "dayProfit", "weekProfit"})
  void itsConsequenceIsThePlansUntilItIsReached(String limit) {
    var milder = Altered.with(to("1000"), "consequence", Restriction.LIQUIDATE_ONLY);
    var account = risk(plan()).tick();
    assertThat(consequence(limit).apply(account.facts())).isEqualTo(Restriction.NONE);
    account.held(plan().limit(limit, milder));
    assertThat(consequence(limit).apply(account.facts())).isEqualTo(Restriction.LIQUIDATE_ONLY);
    account.equity(limit.endsWith("Loss") ? "49000" : "51000");
    account.held(plan().limit(limit, to("1000")));
    assertThat(consequence(limit).apply(account.facts())).isEqualTo(Restriction.LIQUIDATE_ONLY);
  }

  @Test
  void everyRungThatIsReachedIsNamed() {
    var ladder = new LossLadder(dollars("500"), dollars("1000"), dollars("2000"));
    var account = risk(plan().loss(ladder)).equity("49500");
    assertThat(account.facts().dayLossRungs()).containsExactly(Rung.ALERT);
    assertThat(account.equity("48000").facts().dayLossRungs())
        .containsExactlyInAnyOrder(Rung.ALERT, Rung.LIQUIDATE_ONLY, Rung.AUTO_LIQUIDATE);
    assertThat(account.equity("50000").facts().dayLossRungs())
        .containsExactlyInAnyOrder(Rung.LIQUIDATE_ONLY, Rung.AUTO_LIQUIDATE);
    assertThat(account.facts().dayLoss()).isEqualTo(Rung.AUTO_LIQUIDATE);
  }

  @Test
  void everyRungOfMarginIsNamedToo() {
    var ladder = new MarginLadder(new BigDecimal(10), new BigDecimal(20), new BigDecimal(30));
    var account = risk(plan().margin(ladder)).usedMargin("10000").tick();
    assertThat(account.facts().marginRungs())
        .containsExactlyInAnyOrder(Rung.ALERT, Rung.LIQUIDATE_ONLY);
    assertThat(account.facts().margin()).isEqualTo(Rung.LIQUIDATE_ONLY);
    assertThat(account.usedMargin("15000").tick().facts().marginRungs()).hasSize(3);
    assertThat(risk(plan()).tick().facts().marginRungs()).isEmpty();
  }

  @Test
  void theRungOfALossLatchesAsItsLadderSays() {
    var hard = new LossLadder(null, null, dollars("1000"), Until.A_PERSON);
    var account = risk(plan().loss(hard)).balance("49000").startOfDay("49000", "2026-01-06");
    account.at("2026-01-05T17:00").tick().expectLatched("daily-loss.auto-liquidate");
  }

  @Test
  void bothLevelsOfTheBrokerAreWatched() {
    var plan =
        plan()
            .brokerLevel(Restriction.LIQUIDATE_ONLY)
            .limit("autoLiqLevel", Restriction.LIQUIDATE_AND_LOCK);
    var account = risk(plan).liqOnlyLevel("10000").autoLiqLevel("9000").equity("9500");
    assertThat(account.facts().liquidateOnlyLevel()).isEqualTo(Level.REACHED);
    assertThat(account.facts().autoLiqLevel()).isEqualTo(Level.CLEAR);
    assertThat(account.facts().autoLiqConsequence()).isEqualTo(Restriction.LIQUIDATE_AND_LOCK);
    account.equity("9000").expectLatched("liquidate-only-level", "auto-liq-level");
    assertThat(account.facts().autoLiqLevel()).isEqualTo(Level.REACHED);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1"})
  void aLevelThatIsNotPositiveLatchesAndArmsNothing(String level) {
    var plan = plan().brokerLevel(Restriction.LIQUIDATE_ONLY);
    var account = risk(plan).liqOnlyLevel("10000").equity("9000").released();
    account.liqOnlyLevel(level).equity("-5").expectNothingLatched();
    account.equity("50000");
    assertThat(account.state().latches().disarmed()).containsExactly("liquidate-only-level");
  }

  @Test
  void aLevelThatWasOnlyToldIsNotToldBesideItsLatch() {
    var account = risk(plan()).liqOnlyLevel("10000").equity("9000");
    account.held(plan().brokerLevel(Restriction.LIQUIDATE_ONLY)).tick();
    assertThat(account.state().marks().signs()).doesNotContain("liquidate-only-level");
    account.expectLatched("liquidate-only-level");
  }

  @ParameterizedTest
  @CsvSource({"48400.01, false", "48400, false"})
  void aKnownPeakIsNotUncertain(String equity, boolean uncertain) {
    var account = open(plan().trailing(Trails.endOfDay().drawdown())).equity(equity);
    assertThat(account.facts().trailingUncertain()).isEqualTo(uncertain);
    assertThat(account.facts().trailingSeeded()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"49800.01, false", "49800, true", "48400.01, true", "48400, false"})
  void betweenTheTwoFloorsOfAnEstimateItIsUncertain(String equity, boolean uncertain) {
    var account = risk(plan().trailing(Trails.endOfDay().drawdown()));
    account.startOfDay("50400", "2026-01-05").maxNetLiq("51800").tick().equity(equity);
    assertThat(account.facts().trailingUncertain()).isEqualTo(uncertain);
    assertThat(account.facts().trailingSeeded()).isTrue();
  }

  @Test
  void theUncertaintyStandsWhileEquityIsUnknownAndEndsWithTheTrail() {
    var account = risk(plan().trailing(Trails.endOfDay().drawdown()));
    account.startOfDay("50400", "2026-01-05").maxNetLiq("51800").tick().equity("49800");
    assertThat(account.unknownEquity().facts().trailingUncertain()).isTrue();
    assertThat(account.held(plan()).tick().facts().trailingUncertain()).isFalse();
  }

  @Test
  void anEstimatedFloorOnlyProposes() {
    var account = risk(plan().trailing(Trails.endOfDay().drawdown())).equity("47000");
    var latch = account.state().latches().open().get("trailing-drawdown");
    assertThat(latch.isProposal()).isTrue();
    assertThat(latch.wanted()).isEqualTo(Restriction.LIQUIDATE_AND_LOCK);
  }

  @ParameterizedTest
  @CsvSource({"dayLoss", "dayProfit", "weekLoss", "weekProfit"})
  void thatPercentagesDoNotApplyIsTold(String limit) {
    var ofAnchor = plan().limit(limit, to(percent("2", Amount.Base.ANCHOR)));
    var account = risk(ofAnchor).startOfDay("0", "2026-01-05").balance("0");
    assertThat(account.facts().percentLimitsOff()).isTrue();
    var stepped = Altered.with(to("10"), "steps", aStepOfTheAnchor());
    var steps = risk(plan().limit(limit, stepped)).startOfDay("0", "2026-01-05").balance("0");
    assertThat(steps.facts().percentLimitsOff()).isTrue();
    var dollars = risk(plan().limit(limit, to("10"))).startOfDay("0", "2026-01-05").balance("0");
    assertThat(dollars.facts().percentLimitsOff()).isFalse();
    var positive = risk(ofAnchor).startOfDay("1", "2026-01-05").balance("1");
    assertThat(positive.facts().percentLimitsOff()).isFalse();
    var unknown = risk(ofAnchor).startOfDay(null, null).weekRealized(null).tick();
    assertThat(unknown.facts().percentLimitsOff()).isFalse();
  }

  @Test
  void thatPercentagesOfALadderDoNotApplyIsTold() {
    var ladder = new LossLadder(null, null, percent("2", Amount.Base.ANCHOR));
    var account = risk(plan().loss(ladder)).startOfDay("-1", "2026-01-05").tick();
    assertThat(account.facts().percentLimitsOff()).isTrue();
    account.held(plan().loss(new LossLadder(null, dollars("1"), null))).tick();
    assertThat(account.facts().percentLimitsOff()).isFalse();
  }

  @Test
  void thatAPlanIsNotAppliedForWantOfAStartIsTold() {
    var account = risk(evaluation50k().start(null)).tick();
    assertThat(account.facts().planNotApplied()).isTrue();
    account.nominal("50000").tick();
    assertThat(account.facts().planNotApplied()).isFalse();
  }

  @Test
  void whatAPersonLetOffIsNamedUntilItIsArmed() {
    var account = open(evaluation50k()).equity("47000").released();
    assertThat(account.facts().disarmed()).containsExactly("trailing-drawdown");
    assertThat(account.equity("49000").facts().disarmed()).isEmpty();
  }

  @Test
  void someLimitsAloneMayBeLetOff() {
    var account = open(evaluation50k().limit("dayLoss", to("1000"))).equity("47000");
    account.with(account.state().disarmed(Set.of("daily-loss")));
    account.expectLatched("trailing-drawdown");
    assertThat(account.facts().disarmed()).containsExactly("daily-loss");
  }

  @ParameterizedTest
  @EnumSource(ActionProof.class)
  void howActionsStandIsPassedOn(ActionProof proof) {
    var facts = Facts.risk(9, plan().made(), RiskState.FIRST_SEEN, Reading.UNKNOWN, proof);
    assertThat(facts.proof()).isEqualTo(proof);
    assertThat(facts.accountId()).isEqualTo(9);
    assertThat(facts.plan()).isEqualTo("evaluation-50k");
    assertThat(facts.quality()).isEqualTo(DataQuality.UNKNOWN_INPUT);
  }

  @Test
  void aBalanceAloneIsNotKnownNorIsEquityAlone() {
    assertThat(quality(Reading.of(Money.of(1), null))).isEqualTo(DataQuality.UNKNOWN_INPUT);
    assertThat(quality(Reading.of(null, Money.of(1)))).isEqualTo(DataQuality.UNKNOWN_INPUT);
    assertThat(quality(Reading.of(Money.of(1), Money.of(1)))).isEqualTo(DataQuality.KNOWN);
  }

  @Test
  void twoStatesSayTheSameWhereSignsAndLatchesAre() {
    var quiet = open(evaluation50k()).equity("49900").state();
    var other = open(evaluation50k()).equity("49800").equity("49850").state();
    assertThat(quiet.standsAs(other)).isTrue();
    var near = open(evaluation50k()).equity("48500").state();
    assertThat(quiet.standsAs(near)).isFalse();
    var reached = open(evaluation50k()).equity("47000").state();
    assertThat(quiet.standsAs(reached)).isFalse();
    assertThat(reached.standsAs(quiet)).isFalse();
  }

  @Test
  void aPositionIsSeenInTheStatesOfItsWindowOnly() {
    var facts = risk(plan()).holding(holding("ES", 1)).tick().facts();
    assertThat(facts.flatBy()).isFalse();
    assertThat(facts.flattenDue()).isFalse();
    assertThat(facts.flattenMissed()).isFalse();
    assertThat(facts.newsWindows()).isEmpty();
    assertThat(facts.contractsOver()).isEmpty();
    assertThat(facts.contractsConsequence()).isEqualTo(Restriction.NONE);
    assertThat(facts.consistency()).isEqualTo(Level.NONE);
    assertThat(facts.consistencyConsequence()).isEqualTo(Restriction.NONE);
  }

  @Test
  void stepsInDollarsApplyToAnyAnchor() {
    var stepped = Limited.stepped("2000", "52000", "3500", true);
    var account = risk(plan().limit("dayLoss", stepped)).startOfDay("0", "2026-01-05").tick();
    assertThat(account.facts().percentLimitsOff()).isFalse();
  }

  @Test
  void aVersionIsOfThePlansTextAndChangesNothingElse() {
    var own = evaluation50k().made();
    assertThat(own.versioned("fedcba987654"))
        .isEqualTo(Altered.with(own, "version", "fedcba987654"));
  }

  private static DataQuality quality(Reading reading) {
    return Facts.risk(1, plan().made(), RiskState.FIRST_SEEN, reading, ActionProof.FINE).quality();
  }

  private static List<PeriodLimit.Step> aStepOfTheAnchor() {
    return List.of(new PeriodLimit.Step(Money.of(1), percent("2", Amount.Base.ANCHOR)));
  }

  private static Function<AccountRisk, Level> level(String limit) {
    return switch (limit) {
      case "dayLoss" -> AccountRisk::dayLossLimit;
      case "weekLoss" -> AccountRisk::weekLoss;
      case "dayProfit" -> AccountRisk::dayProfit;
      default -> AccountRisk::weekProfit;
    };
  }

  private static Function<AccountRisk, Restriction> consequence(String limit) {
    return switch (limit) {
      case "dayLoss" -> AccountRisk::dayLossConsequence;
      case "weekLoss" -> AccountRisk::weekLossConsequence;
      case "dayProfit" -> AccountRisk::dayProfitConsequence;
      default -> AccountRisk::weekProfitConsequence;
    };
  }
}
