package io.plimsoll.engine.tradovate.entity;

import org.jspecify.annotations.Nullable;

/** A currency, such as USD. */
public record Currency(long id, String name, @Nullable String symbol) implements Reference {

  static Currency read(Fields fields) {
    return new Currency(
        fields.requiredId("id"), fields.requiredText("name"), fields.text("symbol"));
  }
}
