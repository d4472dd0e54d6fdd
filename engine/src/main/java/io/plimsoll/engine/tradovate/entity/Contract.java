package io.plimsoll.engine.tradovate.entity;

/** A tradable contract, such as ESZ6. */
public record Contract(long id, String name, long contractMaturityId) implements Entity {
  static Contract read(Fields fields) {
    return new Contract(
        fields.requiredId("id"),
        fields.requiredText("name"),
        fields.requiredId("contractMaturityId"));
  }
}
