package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.ContractLimits;
import io.plimsoll.engine.risk.ContractLimits.Band;
import io.plimsoll.engine.risk.ContractLimits.By;
import io.plimsoll.engine.risk.ContractLimits.Group;
import io.plimsoll.engine.risk.Money;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code max-contracts}. */
class ContractsReaderTest {
  private static final String BANDS = "bands: [{ from: 0, max: 2 }, { from: 51601, max: 5 }]";

  @TempDir Path home;
  private ConfigFolder folder;

  @BeforeEach
  void aCorrectConfig() {
    folder = new ConfigFolder(home);
  }

  @Test
  void takesOneLimitAloneAndTheRestByDefault() {
    assertThat(read("overall: 5"))
        .isEqualTo(
            new ContractLimits(
                new BigDecimal("5"),
                Map.of(),
                Map.of(),
                ContractLimits.MICROS,
                BigDecimal.ONE,
                List.of(),
                By.EQUITY,
                false,
                Restriction.NONE));
  }

  @Test
  void thereIsNoOverallLimitByDefault() {
    assertThat(read("per-product: { ES: 3 }").overall()).isNull();
  }

  @Test
  void takesALimitForEachProduct() {
    assertThat(read("per-product: { ES: 3, M6E: 0, NQ: 1.50 }").products())
        .isEqualTo(
            Map.of(
                "ES", new BigDecimal("3"),
                "M6E", BigDecimal.ZERO,
                "NQ", new BigDecimal("1.5")));
  }

  @Test
  void takesGroupsOfProducts() {
    assertThat(
            read("groups: { energy: { products: [CL, NG], max: 2 }, my metals: { products: [GC], max: 1 } }")
                .groups())
        .isEqualTo(
            Map.of(
                "energy", new Group(Set.of("CL", "NG"), new BigDecimal("2")),
                "my metals", new Group(Set.of("GC"), BigDecimal.ONE)));
  }

  @Test
  void takesMicrosInPlaceOfTheUsualOnes() {
    assertThat(read("overall: 5, micros: [MES, QM]").micros())
        .containsExactlyInAnyOrder("MES", "QM");
    assertThat(read("overall: 5, micros: []").micros()).isEmpty();
  }

  @Test
  void takesTheWeightOfAMicro() {
    assertThat(read("overall: 5, micro-weight: 0.10").microWeight()).isEqualTo("0.1");
    assertThat(read("overall: 5, micro-weight: 1").microWeight()).isEqualTo("1");
  }

  @Test
  void takesBands() {
    var limits = read(BANDS);
    assertThat(limits.bands())
        .containsExactly(
            new Band(Money.ZERO, new BigDecimal("2")),
            new Band(Money.of(51601), new BigDecimal("5")));
    assertThat(limits.by()).isEqualTo(By.EQUITY);
    assertThat(limits.atClose()).isFalse();
  }

  @Test
  void aBandOfProfitMayBeginBelowZero() {
    assertThat(read("bands: [{ from: -1000, max: 1 }], by: profit").bands())
        .containsExactly(new Band(Money.of(-1000), BigDecimal.ONE));
  }

  @ParameterizedTest
  @CsvSource({"equity, EQUITY", "balance, BALANCE", "profit, PROFIT"})
  void takesWhatBandsGoBy(String written, By by) {
    assertThat(read(BANDS + ", by: " + written).by()).isEqualTo(by);
  }

  @ParameterizedTest
  @CsvSource({"tick, false", "close, true"})
  void takesWhenBandsMove(String written, boolean atClose) {
    assertThat(read(BANDS + ", moves: " + written).atClose()).isEqualTo(atClose);
  }

  @ParameterizedTest
  @CsvSource({
    "alert, NONE",
    "liquidate-only, LIQUIDATE_ONLY",
    "liquidate-and-lock, LIQUIDATE_AND_LOCK"
  })
  void takesWhatFollows(String written, Restriction expected) {
    assertThat(read("overall: 5, then: " + written).consequence()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          micro-weight: 0.1 | max-contracts sets no limit. Write overall, per-product, groups or bands.
          overall: -5 | max-contracts.overall (-5) is not a number. Write digits, such as 5 or 0.1.
          overall: five | max-contracts.overall (five) is not a number. Write digits, such as 5 or 0.1.
          per-product: { es: 3 } | max-contracts.per-product.es (es) is not a product. Write it as the broker does, such as ES or M6E.
          per-product: { ES: x } | max-contracts.per-product.ES (x) is not a number. Write digits, such as 5 or 0.1.
          per-product: [ES] | max-contracts.per-product is a list. Write keys below it.
          groups: { a: { products: [ES] } } | max-contracts.groups.a.max is missing. It is required.
          groups: { a: { max: 2 } } | max-contracts.groups.a.products is missing. It is required.
          groups: { a: { products: [], max: 2 } } | max-contracts.groups.a.products is empty. List a product, or remove the key.
          groups: { a: { products: [ES, ES], max: 2 } } | product (ES) is listed twice. Keep one.
          groups: { a: { products: [ES], mx: 2, max: 2 } } | max-contracts.groups.a has no key (mx). Maybe (max).
          groups: { overall: { products: [ES], max: 2 } } | group (overall) has the name of another limit. Choose another.
          per-product: { ES: 1 }, groups: { ES: { products: [ES, NQ], max: 2 } } | group (ES) has the name of another limit. Choose another.
          overall: 5, micros: MES | max-contracts.micros is one value. Write a list, such as [a, b].
          overall: 5, micros: [mes] | max-contracts.micros (mes) is not a product. Write it as the broker does, such as ES or M6E.
          overall: 5, micro-weight: 0 | max-contracts.micro-weight (0) must be above 0 and at most 1, such as 0.1.
          overall: 5, micro-weight: 10 | max-contracts.micro-weight (10) must be above 0 and at most 1, such as 0.1.
          bands: [] | max-contracts.bands is empty. Write a band, such as { from: 0, max: 2 }, or remove the key.
          bands: [{ max: 2 }] | max-contracts.bands.from is missing. It is required.
          bands: [{ from: 0 }] | max-contracts.bands.max is missing. It is required.
          bands: [{ from: 9, max: 2 }, { from: 9, max: 3 }] | max-contracts.bands.from (9.00) must be above the one before (9.00). Write bands from the lowest to the highest.
          bands: [{ from: 9, max: 2 }], by: open | max-contracts.by (open) is not known. Write balance, equity, profit.
          bands: [{ from: 9, max: 2 }], moves: never | max-contracts.moves (never) is not known. Write close, tick.
          overall: 5, by: profit | max-contracts.by is about bands, and there are none. Write bands, or remove it.
          overall: 5, moves: close | max-contracts.moves is about bands, and there are none. Write bands, or remove it.
          overall: 5, then: cancel | max-contracts.then (cancel) is not known. Write alert, liquidate-and-lock, liquidate-only.
          overal: 5, overall: 5 | max-contracts has no key (overal). Maybe (overall).
          """)
  void refuses(String keys, String problem) {
    assertThat(folder.plan("max-contracts: { %s }".formatted(keys)).texts())
        .containsExactly(problem);
  }

  @Test
  void aContractInThePlaceOfAProductIsAWarning() {
    folder.plan("max-contracts: { per-product: { ESZ6: 3 }, micros: [M2K, MESH26] }");
    assertThat(folder.warnings())
        .containsExactly(
            "config/plans/10.yaml:1: max-contracts.per-product.ESZ6 (ESZ6) looks like a contract, and products are counted. Is (ES) meant?",
            "config/plans/10.yaml:1: max-contracts.micros (MESH26) looks like a contract, and products are counted. Is (MES) meant?");
  }

  @Test
  void noneOfTheUsualMicrosLooksLikeAContract() {
    folder.plan(
        "max-contracts: { overall: 1, micros: [%s] }"
            .formatted(String.join(", ", ContractLimits.MICROS)));
    assertThat(folder.warnings()).isEmpty();
  }

  private ContractLimits read(String keys) {
    var plan = folder.plan("max-contracts: { %s }".formatted(keys)).onlyPlan();
    return Objects.requireNonNull(plan.limits().contracts());
  }
}
