package io.plimsoll.engine.tradovate.entity;

import org.jspecify.annotations.Nullable;

/** A kind of order strategy that the platform offers. */
public record OrderStrategyType(long id, String name, @Nullable Boolean enabled)
    implements Reference {

  static OrderStrategyType read(Fields fields) {
    return new OrderStrategyType(
        fields.requiredId("id"), fields.requiredText("name"), fields.flag("enabled"));
  }
}
