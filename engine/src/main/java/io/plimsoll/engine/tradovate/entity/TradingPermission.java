package io.plimsoll.engine.tradovate.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a user may trade the account of another.
 *
 * @param userId who may trade, not who owns the account
 */
public record TradingPermission(
    long id,
    long userId,
    long accountId,
    @Nullable String accountHolderContact,
    @Nullable String accountHolderEmail,
    @Nullable String ctaContact,
    @Nullable String ctaEmail,
    @Nullable Status status,
    @Nullable Instant updated,
    @Nullable Long approvedById)
    implements OfAccount {

  /** How far the asking for it has come. */
  public enum Status {
    Accepted,
    Approved,
    Declined,
    Requested,
    Revoked,
    UNKNOWN
  }

  static TradingPermission read(Fields fields) {
    return new TradingPermission(
        fields.requiredId("id"),
        fields.requiredId("userId"),
        fields.requiredId("accountId"),
        fields.text("accountHolderContact"),
        fields.text("accountHolderEmail"),
        fields.text("ctaContact"),
        fields.text("ctaEmail"),
        fields.word("status", Status.class, Status.UNKNOWN),
        fields.time("updated"),
        fields.id("approvedById"));
  }
}
