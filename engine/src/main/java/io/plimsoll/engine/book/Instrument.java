package io.plimsoll.engine.book;

import io.plimsoll.engine.tradovate.Missing;
import io.plimsoll.engine.tradovate.entity.Contract;
import io.plimsoll.engine.tradovate.entity.ContractMaturity;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.Product;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The chain from a contract to its product, as far as it is known. A name says nothing of it. */
record Instrument(
    long contractId,
    @Nullable Contract contract,
    @Nullable ContractMaturity maturity,
    @Nullable Product product) {

  static Instrument of(Book book, long contractId) {
    var contract = (Contract) book.find(EntityType.CONTRACT, contractId).orElse(null);
    var maturity =
        contract == null
            ? null
            : (ContractMaturity)
                book.find(EntityType.CONTRACT_MATURITY, contract.contractMaturityId()).orElse(null);
    var product =
        maturity == null
            ? null
            : (Product) book.find(EntityType.PRODUCT, maturity.productId()).orElse(null);
    return new Instrument(contractId, contract, maturity, product);
  }

  /** The first link that is missing; empty when the product is known. */
  Optional<Missing> gap() {
    if (contract == null) {
      return Optional.of(new Missing(EntityType.CONTRACT, contractId));
    }
    if (maturity == null) {
      return Optional.of(new Missing(EntityType.CONTRACT_MATURITY, contract.contractMaturityId()));
    }
    return product == null
        ? Optional.of(new Missing(EntityType.PRODUCT, maturity.productId()))
        : Optional.empty();
  }

  boolean restsOn(EntityType type, long id) {
    return (type == EntityType.CONTRACT && contractId == id)
        || (type == EntityType.CONTRACT_MATURITY && maturity != null && maturity.id() == id)
        || (type == EntityType.PRODUCT && product != null && product.id() == id);
  }
}
