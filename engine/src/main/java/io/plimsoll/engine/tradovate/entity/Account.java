package io.plimsoll.engine.tradovate.entity;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trading account.
 *
 * @param active older generation of the protocol, instead of restricted and closed
 * @param evaluationSize the nominal start balance of an evaluation account
 */
public record Account(
    long id,
    String name,
    @Nullable Long userId,
    @Nullable String accountType,
    @Nullable Boolean active,
    @Nullable Boolean restricted,
    @Nullable Boolean closed,
    @Nullable Boolean archived,
    @Nullable Long clearingHouseId,
    @Nullable Long riskCategoryId,
    @Nullable Long autoLiqProfileId,
    @Nullable String marginAccountType,
    @Nullable String legalStatus,
    @Nullable Instant timestamp,
    @Nullable BigDecimal evaluationSize,
    @Nullable Boolean readonly)
    implements Entity, OfAccount {

  static Account read(Fields fields) {
    return new Account(
        fields.requiredId("id"),
        fields.requiredText("name"),
        fields.id("userId"),
        fields.text("accountType"),
        fields.flag("active"),
        fields.flag("restricted"),
        fields.flag("closed"),
        fields.flag("archived"),
        fields.id("clearingHouseId"),
        fields.id("riskCategoryId"),
        fields.id("autoLiqProfileId"),
        fields.text("marginAccountType"),
        fields.text("legalStatus"),
        fields.time("timestamp"),
        fields.number("evaluationSize"),
        fields.flag("readonly"));
  }

  @Override
  public long accountId() {
    return id;
  }
}
