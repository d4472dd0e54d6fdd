package io.plimsoll.simulator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTypeTest {
  @ParameterizedTest
  @CsvSource({
    "account, accounts",
    "accountRiskStatus, accountRiskStatuses",
    "currency, currencies",
    "contractMaturity, contractMaturities",
    "userAccountAutoLiq, userAccountAutoLiqs",
    "orderStrategy, orderStrategies"
  })
  void theCollectionIsThePlural(String name, String collection) {
    assertThat(new EntityType(name).collection()).isEqualTo(collection);
  }
}
