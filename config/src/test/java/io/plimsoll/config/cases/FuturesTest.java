package io.plimsoll.config.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuturesTest {
  @ParameterizedTest
  @CsvSource({
    "ESZ6, ES, 50", "MESH27, MES, 5", "NQM6, NQ, 20", "MNQU6, MNQ, 2", "RTYZ6, RTY, 50",
    "M2KZ6, M2K, 5", "YMZ6, YM, 5", "MYMZ6, MYM, 0.5", "CLF7, CL, 1000", "MCLF7, MCL, 100",
    "GCG7, GC, 100", "MGCG7, MGC, 10", "NGN6, NG, 10000", "6EZ6, 6E, 125000", "ES, ES, 50"
  })
  void aContractIsOfItsProduct(String contract, String product, String value) {
    assertThat(Futures.product(contract)).contains(product);
    assertThat(Futures.valuePerPoint(product)).isEqualByComparingTo(value);
  }

  @ParameterizedTest
  @CsvSource({"EZZ6", "ESA6", "ES6", "ESZ2026", "esz6", "Z6"})
  void anythingElseIsOfNone(String contract) {
    assertThat(Futures.product(contract)).isEmpty();
  }

  @Test
  void anUnknownProductHasNoValue() {
    assertThatThrownBy(() -> Futures.valuePerPoint("XX"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(XX)");
  }
}
