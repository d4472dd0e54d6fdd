package io.plimsoll.engine.tradovate.entity;

import org.jspecify.annotations.Nullable;

/** Where contracts are traded. */
public record Exchange(long id, String name, @Nullable String micCode) implements Reference {

  static Exchange read(Fields fields) {
    return new Exchange(
        fields.requiredId("id"), fields.requiredText("name"), fields.text("micCode"));
  }
}
