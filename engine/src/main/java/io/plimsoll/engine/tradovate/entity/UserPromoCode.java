package io.plimsoll.engine.tradovate.entity;

import org.jspecify.annotations.Nullable;

/** A promotion code that a user has used. */
public record UserPromoCode(
    long id,
    long userId,
    long promoCodeId,
    @Nullable Long accountId,
    @Nullable Source source,
    @Nullable String comments)
    implements OfUser {

  /** Where the code was entered. */
  public enum Source {
    Admin,
    Input,
    URL,
    UNKNOWN
  }

  static UserPromoCode read(Fields fields) {
    return new UserPromoCode(
        fields.requiredId("id"),
        fields.requiredId("userId"),
        fields.requiredId("promoCodeId"),
        fields.id("accountId"),
        fields.word("source", Source.class, Source.UNKNOWN),
        fields.text("comments"));
  }
}
