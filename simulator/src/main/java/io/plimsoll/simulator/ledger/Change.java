package io.plimsoll.simulator.ledger;

import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** What happened to an entity, and whose it is; reference entities belong to no account. */
public record Change(Kind kind, Entity entity, OptionalLong account) {
  /** The vendor's three event types. */
  public enum Kind {
    Created,
    Updated,
    Deleted
  }

  public EntityType type() {
    return entity.type();
  }

  /** The {@code d} of a props event. */
  public JsonNode props() {
    return Json.object()
        .put("entityType", type().name())
        .put("eventType", kind.name())
        .set("entity", entity.fields());
  }
}
