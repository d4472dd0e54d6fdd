package io.plimsoll.engine.tradovate.entity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a fill cost; an absent fee is not known to be zero. Its id is the fill's. */
public record FillFee(
    long id,
    @Nullable BigDecimal clearingFee,
    @Nullable Long clearingCurrencyId,
    @Nullable BigDecimal exchangeFee,
    @Nullable Long exchangeCurrencyId,
    @Nullable BigDecimal nfaFee,
    @Nullable Long nfaCurrencyId,
    @Nullable BigDecimal brokerageFee,
    @Nullable Long brokerageCurrencyId,
    @Nullable BigDecimal ipFee,
    @Nullable Long ipCurrencyId,
    @Nullable BigDecimal commission,
    @Nullable Long commissionCurrencyId,
    @Nullable BigDecimal orderRoutingFee,
    @Nullable Long orderRoutingCurrencyId)
    implements Detail {

  static FillFee read(Fields fields) {
    return new FillFee(
        fields.requiredId("id"),
        fields.number("clearingFee"),
        fields.id("clearingCurrencyId"),
        fields.number("exchangeFee"),
        fields.id("exchangeCurrencyId"),
        fields.number("nfaFee"),
        fields.id("nfaCurrencyId"),
        fields.number("brokerageFee"),
        fields.id("brokerageCurrencyId"),
        fields.number("ipFee"),
        fields.id("ipCurrencyId"),
        fields.number("commission"),
        fields.id("commissionCurrencyId"),
        fields.number("orderRoutingFee"),
        fields.id("orderRoutingCurrencyId"));
  }
}
