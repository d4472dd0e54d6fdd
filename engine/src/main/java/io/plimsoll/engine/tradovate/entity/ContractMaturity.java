package io.plimsoll.engine.tradovate.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One expiry of a product.
 *
 * @param expirationMonth such as 202612
 */
public record ContractMaturity(
    long id,
    long productId,
    @Nullable Integer expirationMonth,
    @Nullable Instant expirationDate,
    @Nullable Instant firstIntentDate,
    @Nullable Long underlyingId,
    @Nullable Boolean isFront,
    @Nullable Long kalshiEventId)
    implements Reference {

  static ContractMaturity read(Fields fields) {
    return new ContractMaturity(
        fields.requiredId("id"),
        fields.requiredId("productId"),
        fields.count("expirationMonth"),
        fields.time("expirationDate"),
        fields.time("firstIntentDate"),
        fields.id("underlyingId"),
        fields.flag("isFront"),
        fields.id("kalshiEventId"));
  }
}
