package io.plimsoll.engine.tradovate.entity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An add-on that a user has subscribed to.
 *
 * @param accountId the account that pays, if one does
 * @param creditCardTransactionId older generation, as creditCardId
 */
public record UserPlugin(
    long id,
    long userId,
    @Nullable Instant timestamp,
    @Nullable BigDecimal planPrice,
    @Nullable Long creditCardTransactionId,
    @Nullable Long cashBalanceLogId,
    @Nullable Long creditCardId,
    @Nullable Long accountId,
    @Nullable String pluginName,
    @Nullable Boolean approval,
    @Nullable Long entitlementId,
    @Nullable LocalDate startDate,
    @Nullable LocalDate expirationDate,
    @Nullable BigDecimal paidAmount,
    @Nullable Boolean autorenewal,
    @Nullable String planCategories,
    @Nullable BigDecimal rebate)
    implements OfUser {

  static UserPlugin read(Fields fields) {
    return new UserPlugin(
        fields.requiredId("id"),
        fields.requiredId("userId"),
        fields.time("timestamp"),
        fields.number("planPrice"),
        fields.id("creditCardTransactionId"),
        fields.id("cashBalanceLogId"),
        fields.id("creditCardId"),
        fields.id("accountId"),
        fields.text("pluginName"),
        fields.flag("approval"),
        fields.id("entitlementId"),
        fields.date("startDate"),
        fields.date("expirationDate"),
        fields.number("paidAmount"),
        fields.flag("autorenewal"),
        fields.text("planCategories"),
        fields.number("rebate"));
  }
}
