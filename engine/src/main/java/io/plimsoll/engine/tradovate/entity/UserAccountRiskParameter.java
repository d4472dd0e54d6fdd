package io.plimsoll.engine.tradovate.entity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is enforced where a position limit applies. It names no account: join through its limit.
 *
 * @param hardLimit orders beyond the limit are refused
 */
public record UserAccountRiskParameter(
    long id,
    long userAccountPositionLimitId,
    @Nullable Long contractId,
    @Nullable Long productId,
    @Nullable Long exchangeId,
    @Nullable ProductType productType,
    @Nullable Long riskDiscountContractGroupId,
    @Nullable ProductStatus productVerificationStatus,
    @Nullable Long contractGroupId,
    @Nullable Long fungibleProductId,
    @Nullable Integer maxOpeningOrderQty,
    @Nullable Integer maxClosingOrderQty,
    @Nullable Integer fungibleMaxOpeningOrderQty,
    @Nullable Integer fungibleMaxClosingOrderQty,
    @Nullable Integer maxBackMonth,
    @Nullable Integer preExpirationDays,
    @Nullable BigDecimal marginPercentage,
    @Nullable BigDecimal marginDollarValue,
    @Nullable Boolean hardLimit)
    implements Detail {

  static UserAccountRiskParameter read(Fields fields) {
    return new UserAccountRiskParameter(
        fields.requiredId("id"),
        fields.requiredId("userAccountPositionLimitId"),
        fields.id("contractId"),
        fields.id("productId"),
        fields.id("exchangeId"),
        fields.word("productType", ProductType.class, ProductType.UNKNOWN),
        fields.id("riskDiscountContractGroupId"),
        fields.word("productVerificationStatus", ProductStatus.class, ProductStatus.UNKNOWN),
        fields.id("contractGroupId"),
        fields.id("fungibleProductId"),
        fields.count("maxOpeningOrderQty"),
        fields.count("maxClosingOrderQty"),
        fields.count("fungibleMaxOpeningOrderQty"),
        fields.count("fungibleMaxClosingOrderQty"),
        fields.count("maxBackMonth"),
        fields.count("preExpirationDays"),
        fields.number("marginPercentage"),
        fields.number("marginDollarValue"),
        fields.flag("hardLimit"));
  }
}
