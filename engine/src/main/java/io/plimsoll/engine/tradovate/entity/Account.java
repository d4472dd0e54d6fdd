package io.plimsoll.engine.tradovate.entity;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trading account.
 *
 * @param userId the owner; not always the user we are logged in as
 * @param active older generation of the protocol, instead of restricted and closed
 * @param autoLiqProfileId a profile of the organization; not the id of a UserAccountAutoLiq
 * @param evaluationSize the nominal start balance of an evaluation account
 * @param ssfRiskDisclosureAcknowledgment when it was acknowledged
 */
public record Account(
    long id,
    String name,
    @Nullable Long userId,
    @Nullable AccountType accountType,
    @Nullable Boolean active,
    @Nullable Boolean restricted,
    @Nullable Boolean closed,
    @Nullable Boolean archived,
    @Nullable Long clearingHouseId,
    @Nullable Long riskCategoryId,
    @Nullable Long autoLiqProfileId,
    @Nullable MarginAccountType marginAccountType,
    @Nullable LegalStatus legalStatus,
    @Nullable Instant timestamp,
    @Nullable BigDecimal evaluationSize,
    @Nullable Boolean readonly,
    @Nullable String ccEmail,
    @Nullable Boolean futuresDisabled,
    @Nullable Boolean swapEnabled,
    @Nullable Instant ssfRiskDisclosureAcknowledgment,
    @Nullable Boolean spotMarginEnabled)
    implements Standing {

  /** In what capacity the account is held. */
  public enum AccountType {
    Customer,
    Employee,
    Giveup,
    House,
    Omnibus,
    Wash,
    UNKNOWN
  }

  /** Which margin rates hold for it. */
  public enum MarginAccountType {
    Hedger,
    Speculator,
    UNKNOWN
  }

  /** What the holder is before the law. */
  public enum LegalStatus {
    Corporation,
    GP,
    IRA,
    Individual,
    Joint,
    LLC,
    LLP,
    LP,
    PTR,
    Trust,
    UNKNOWN
  }

  static Account read(Fields fields) {
    return new Account(
        fields.requiredId("id"),
        fields.requiredText("name"),
        fields.id("userId"),
        fields.word("accountType", AccountType.class, AccountType.UNKNOWN),
        fields.flag("active"),
        fields.flag("restricted"),
        fields.flag("closed"),
        fields.flag("archived"),
        fields.id("clearingHouseId"),
        fields.id("riskCategoryId"),
        fields.id("autoLiqProfileId"),
        fields.word("marginAccountType", MarginAccountType.class, MarginAccountType.UNKNOWN),
        fields.word("legalStatus", LegalStatus.class, LegalStatus.UNKNOWN),
        fields.time("timestamp"),
        fields.number("evaluationSize"),
        fields.flag("readonly"),
        fields.text("ccEmail"),
        fields.flag("futuresDisabled"),
        fields.flag("swapEnabled"),
        fields.time("ssfRiskDisclosureAcknowledgment"),
        fields.flag("spotMarginEnabled"));
  }

  @Override
  public long accountId() {
    return id;
  }
}
