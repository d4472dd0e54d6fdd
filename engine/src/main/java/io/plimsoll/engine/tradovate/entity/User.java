package io.plimsoll.engine.tradovate.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person, or a login, at the broker.
 *
 * @param linkedUserId older generation, as the one after it
 * @param userType seen on the wire only, as the one after it
 */
public record User(
    long id,
    String name,
    @Nullable Instant timestamp,
    @Nullable String email,
    @Nullable Status status,
    @Nullable Boolean professional,
    @Nullable Long organizationId,
    @Nullable Long introducingPartnerId,
    @Nullable Long linkedUserId,
    @Nullable Long foreignIntroducingBrokerId,
    @Nullable String userType,
    @Nullable Boolean hibernated)
    implements OfUser {

  /** Where the user stands with the broker. */
  public enum Status {
    Active,
    Closed,
    Initiated,
    TemporaryLocked,
    UnconfirmedEmail,
    UNKNOWN
  }

  static User read(Fields fields) {
    return new User(
        fields.requiredId("id"),
        fields.requiredText("name"),
        fields.time("timestamp"),
        fields.text("email"),
        fields.word("status", Status.class, Status.UNKNOWN),
        fields.flag("professional"),
        fields.id("organizationId"),
        fields.id("introducingPartnerId"),
        fields.id("linkedUserId"),
        fields.id("foreignIntroducingBrokerId"),
        fields.text("userType"),
        fields.flag("hibernated"));
  }
}
