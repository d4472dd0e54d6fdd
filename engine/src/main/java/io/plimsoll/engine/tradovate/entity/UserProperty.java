package io.plimsoll.engine.tradovate.entity;

import org.jspecify.annotations.Nullable;

/** The value a user has for a property. */
public record UserProperty(long id, long userId, long propertyId, @Nullable String value)
    implements OfUser {

  static UserProperty read(Fields fields) {
    return new UserProperty(
        fields.requiredId("id"),
        fields.requiredId("userId"),
        fields.requiredId("propertyId"),
        fields.text("value"));
  }
}
