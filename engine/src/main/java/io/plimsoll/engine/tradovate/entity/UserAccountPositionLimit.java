package io.plimsoll.engine.tradovate.entity;

import org.jspecify.annotations.Nullable;

/**
 * How much an account may hold of what its scope names. It takes effect only together with a
 * UserAccountRiskParameter.
 *
 * @param totalBy over what positions are added up
 * @param exposedLimit contracts, long and short alike
 * @param description at most 64 characters; what a limit is found by
 */
public record UserAccountPositionLimit(
    long id,
    long accountId,
    @Nullable Boolean active,
    @Nullable TotalBy totalBy,
    @Nullable Long contractId,
    @Nullable Long productId,
    @Nullable Long exchangeId,
    @Nullable ProductType productType,
    @Nullable Long riskDiscountContractGroupId,
    @Nullable ProductStatus productVerificationStatus,
    @Nullable Long contractGroupId,
    @Nullable Long fungibleProductId,
    @Nullable Long riskTimePeriodId,
    @Nullable Integer shortLimit,
    @Nullable Integer longLimit,
    @Nullable Integer exposedLimit,
    @Nullable Integer fungibleExposedLimit,
    @Nullable String description)
    implements OfAccount {

  /** What a limit counts together. */
  public enum TotalBy {
    Contract,
    ContractGroup,
    DiscountGroup,
    Exchange,
    FungibleProduct,
    Overall,
    Product,
    ProductType,
    UNKNOWN
  }

  static UserAccountPositionLimit read(Fields fields) {
    return new UserAccountPositionLimit(
        fields.requiredId("id"),
        fields.requiredId("accountId"),
        fields.flag("active"),
        fields.word("totalBy", TotalBy.class, TotalBy.UNKNOWN),
        fields.id("contractId"),
        fields.id("productId"),
        fields.id("exchangeId"),
        fields.word("productType", ProductType.class, ProductType.UNKNOWN),
        fields.id("riskDiscountContractGroupId"),
        fields.word("productVerificationStatus", ProductStatus.class, ProductStatus.UNKNOWN),
        fields.id("contractGroupId"),
        fields.id("fungibleProductId"),
        fields.id("riskTimePeriodId"),
        fields.count("shortLimit"),
        fields.count("longLimit"),
        fields.count("exposedLimit"),
        fields.count("fungibleExposedLimit"),
        fields.text("description"));
  }
}
