package io.plimsoll.engine.tradovate.entity;

/** Products that are counted together, such as index futures. */
public record ContractGroup(long id, String name) implements Reference {

  static ContractGroup read(Fields fields) {
    return new ContractGroup(fields.requiredId("id"), fields.requiredText("name"));
  }
}
