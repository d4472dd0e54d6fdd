package io.plimsoll.engine.tradovate.entity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a contract is of, such as ES.
 *
 * @param productType Futures, Options, Spread, ...
 * @param valuePerPoint currency units for one point of price and one contract
 */
public record Product(
    long id,
    String name,
    @Nullable Long currencyId,
    @Nullable String productType,
    @Nullable String description,
    @Nullable Long exchangeId,
    @Nullable Long contractGroupId,
    @Nullable String status,
    BigDecimal valuePerPoint,
    @Nullable BigDecimal tickSize)
    implements Entity {

  static Product read(Fields fields) {
    return new Product(
        fields.requiredId("id"),
        fields.requiredText("name"),
        fields.id("currencyId"),
        fields.text("productType"),
        fields.text("description"),
        fields.id("exchangeId"),
        fields.id("contractGroupId"),
        fields.text("status"),
        fields.requiredNumber("valuePerPoint"),
        fields.number("tickSize"));
  }
}
