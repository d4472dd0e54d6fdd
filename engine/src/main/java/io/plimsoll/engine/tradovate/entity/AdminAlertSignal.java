package io.plimsoll.engine.tradovate.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert that the broker raised for its admins, such as a liquidation of its own. Those of the
 * other environment (live or demo) come too, as {@code OtherEnvAdminAlertSignal}, with that
 * environment's ids: they are left out, since here the same ids are other alerts and accounts.
 *
 * @param completed when it was dealt with; absent while it is open
 */
public record AdminAlertSignal(
    long id,
    @Nullable Instant timestamp,
    @Nullable Long adminAlertId,
    @Nullable Long relatedToAccountId,
    @Nullable Long relatedToUserId,
    @Nullable Long ownedByAdminId,
    @Nullable Instant completed,
    @Nullable String text,
    @Nullable Boolean emailSent,
    @Nullable Long subjectId,
    @Nullable Instant claimedAt)
    implements OfUser {

  static AdminAlertSignal read(Fields fields) {
    return new AdminAlertSignal(
        fields.requiredId("id"),
        fields.time("timestamp"),
        fields.id("adminAlertId"),
        fields.id("relatedToAccountId"),
        fields.id("relatedToUserId"),
        fields.id("ownedByAdminId"),
        fields.time("completed"),
        fields.text("text"),
        fields.flag("emailSent"),
        fields.id("subjectId"),
        fields.time("claimedAt"));
  }
}
