package io.plimsoll.engine.tradovate.entity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a contract is of, such as ES.
 *
 * @param valuePerPoint currency units for one point of price and one contract
 */
public record Product(
    long id,
    String name,
    @Nullable Long currencyId,
    @Nullable ProductType productType,
    @Nullable String description,
    @Nullable Long exchangeId,
    @Nullable Long contractGroupId,
    @Nullable Long riskDiscountContractGroupId,
    @Nullable ProductStatus status,
    @Nullable String months,
    @Nullable Boolean isSecured,
    BigDecimal valuePerPoint,
    @Nullable PriceFormatType priceFormatType,
    @Nullable Integer priceFormat,
    @Nullable BigDecimal tickSize,
    @Nullable Long postTradeCategoryId)
    implements Reference {

  /** How a price is written. */
  public enum PriceFormatType {
    Decimal,
    Fractional,
    UNKNOWN
  }

  static Product read(Fields fields) {
    return new Product(
        fields.requiredId("id"),
        fields.requiredText("name"),
        fields.id("currencyId"),
        fields.word("productType", ProductType.class, ProductType.UNKNOWN),
        fields.text("description"),
        fields.id("exchangeId"),
        fields.id("contractGroupId"),
        fields.id("riskDiscountContractGroupId"),
        fields.word("status", ProductStatus.class, ProductStatus.UNKNOWN),
        fields.text("months"),
        fields.flag("isSecured"),
        fields.requiredNumber("valuePerPoint"),
        fields.word("priceFormatType", PriceFormatType.class, PriceFormatType.UNKNOWN),
        fields.count("priceFormat"),
        fields.number("tickSize"),
        fields.id("postTradeCategoryId"));
  }
}
