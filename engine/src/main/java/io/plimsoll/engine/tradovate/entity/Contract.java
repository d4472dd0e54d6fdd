package io.plimsoll.engine.tradovate.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A tradable contract, such as ESZ6. */
public record Contract(long id, String name, long contractMaturityId, @Nullable Instant timestamp)
    implements Reference {

  static Contract read(Fields fields) {
    return new Contract(
        fields.requiredId("id"),
        fields.requiredText("name"),
        fields.requiredId("contractMaturityId"),
        fields.time("timestamp"));
  }
}
