package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Limited.holding;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Restriction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contracts held against those allowed; bands have a test of their own. */
class ContractsTest {
  @ParameterizedTest
  @CsvSource({"3, false", "4, true", "-3, false", "-4, true", "0, false"})
  void theLimitItselfMayBeHeldAndOneMoreMayNot(int netPos, boolean over) {
    assertThat(names(overall("3"), holding("ES", netPos)).contains("overall")).isEqualTo(over);
  }

  @Test
  void longAndShortDoNotCancel() {
    assertThat(names(overall("3"), holding("ES", 2), holding("NQ", -2))).containsExactly("overall");
  }

  @Test
  void twoMonthsOfOneProductAddUp() {
    var march = new Holding("ESH7", "ES", -3, true);
    assertThat(names(overall("5"), holding("ES", 3), march)).containsExactly("overall");
  }

  @Test
  void theLargestShortPositionIsCounted() {
    assertThat(Contracts.used(overall("1"), List.of(holding("ES", Integer.MIN_VALUE))))
        .isEqualByComparingTo("2147483648");
  }

  @ParameterizedTest
  @CsvSource({"30, 5.0", "31, 5.1", "-31, 5.1"})
  void aMicroCountsByItsWeight(int micros, BigDecimal used) {
    var limits = Altered.with(overall("5"), "microWeight", new BigDecimal("0.1"));
    var held = List.of(holding("ES", 2), holding("MES", micros));
    assertThat(Contracts.used(limits, held)).isEqualByComparingTo(used);
    var over = names(limits, held.toArray(Holding[]::new));
    assertThat(over.isEmpty()).isEqualTo(used.compareTo(new BigDecimal("5")) <= 0);
  }

  @Test
  void withoutAWeightAMicroCountsAsOne() {
    assertThat(Contracts.used(overall("5"), List.of(holding("ES", 2), holding("MES", 4))))
        .isEqualByComparingTo("6");
  }

  @Test
  void aProductHasALimitOfItsOwn() {
    var limits = Altered.with(overall("5"), "products", Map.of("ES", new BigDecimal(2)));
    assertThat(names(limits, holding("ES", 2), holding("NQ", 3))).isEmpty();
    assertThat(names(limits, holding("ES", 3), holding("NQ", 2))).containsExactly("ES");
    assertThat(names(limits, holding("ES", 3), holding("NQ", 3)))
        .containsExactlyInAnyOrder("ES", "overall");
  }

  @Test
  void aGroupCountsItsProductsTogether() {
    var group = new ContractLimits.Group(Set.of("ES", "NQ"), new BigDecimal(4));
    var limits = Altered.with(overall("9"), "groups", Map.of("indices", group));
    assertThat(names(limits, holding("ES", 2), holding("NQ", -2), holding("CL", 5))).isEmpty();
    assertThat(names(limits, holding("ES", 2), holding("NQ", -3))).containsExactly("indices");
  }

  @Test
  void withoutAnOverallLimitOnlyTheOthersHold() {
    var limits = Altered.with(overall("1"), "products", Map.of("ES", new BigDecimal(2)));
    assertThat(names(Altered.with(limits, "overall", null), holding("NQ", 50))).isEmpty();
  }

  @Test
  void aLimitThatOnlyTellsComesAndGoes() {
    var account = held(overall("3"), holding("ES", 4));
    assertThat(account.facts().contractsOver()).containsExactly("overall");
    account.expectNothingLatched();
    account.holding(holding("ES", 3)).tick();
    assertThat(account.facts().contractsOver()).isEmpty();
  }

  @Test
  void aLimitThatAsksStaysNamedThoughItIsKeptAgain() {
    var account = held(asking(), holding("ES", 4)).holding(holding("ES", 1)).tick();
    account.expectLatched("contract-limit");
    assertThat(account.facts().contractsOver()).containsExactly("overall");
    assertThat(account.facts().contractsConsequence()).isEqualTo(Restriction.LIQUIDATE_ONLY);
  }

  @Test
  void whatIsExceededNowIsNamedThoughAnotherLimitWasLatched() {
    var limits = Altered.with(asking(), "products", Map.of("NQ", new BigDecimal(1)));
    var account = held(limits, holding("ES", 4)).holding(holding("NQ", 2)).tick();
    assertThat(account.facts().contractsOver()).containsExactly("NQ");
  }

  @Test
  void itsLatchEndsAtTheReset() {
    var account = held(asking(), holding("ES", 4)).holding().startOfDay("50000", "2026-01-06");
    account.at("2026-01-05T17:00").tick().expectNothingLatched();
    assertThat(account.facts().contractsOver()).isEmpty();
  }

  @Test
  void unknownPositionsChangeNothing() {
    var account = held(overall("3"), holding("ES", 4)).unknownHoldings().tick();
    assertThat(account.facts().contractsOver()).containsExactly("overall");
  }

  @Test
  void unknownPositionsOpenNothing() {
    var account = risk(plan().limit("contracts", overall("0"))).unknownHoldings().tick();
    assertThat(account.facts().contractsOver()).isEmpty();
  }

  @Test
  void theNamesEndWithTheLimit() {
    var account = held(overall("3"), holding("ES", 4)).held(plan()).tick();
    assertThat(account.facts().contractsOver()).isEmpty();
  }

  @Test
  void equityNeedNotBeKnown() {
    var account = risk(plan().limit("contracts", asking())).holding(holding("ES", 4));
    account.unknownEquity().expectLatched("contract-limit");
  }

  private static RiskCase held(ContractLimits limits, Holding... holdings) {
    return risk(plan().limit("contracts", limits)).holding(holdings).tick();
  }

  private static Set<String> names(ContractLimits limits, Holding... holdings) {
    return held(limits, holdings).facts().contractsOver();
  }

  private static ContractLimits asking() {
    return Altered.with(overall("3"), "consequence", Restriction.LIQUIDATE_ONLY);
  }

  static ContractLimits overall(String most) {
    return new ContractLimits(
        new BigDecimal(most),
        Map.of(),
        Map.of(),
        ContractLimits.MICROS,
        BigDecimal.ONE,
        List.of(),
        ContractLimits.By.EQUITY,
        false,
        Restriction.NONE);
  }
}
