package io.plimsoll.engine.tradovate.entity;

import org.jspecify.annotations.Nullable;

/** A setting that a user may have a value for. */
public record Property(
    long id,
    String name,
    @Nullable PropertyType propertyType,
    @Nullable String enumOptions,
    @Nullable String defaultValue)
    implements Reference {

  /** What a value of it is. */
  public enum PropertyType {
    Boolean,
    Enum,
    Integer,
    String,
    UNKNOWN
  }

  static Property read(Fields fields) {
    return new Property(
        fields.requiredId("id"),
        fields.requiredText("name"),
        fields.word("propertyType", PropertyType.class, PropertyType.UNKNOWN),
        fields.text("enumOptions"),
        fields.text("defaultValue"));
  }
}
