package io.plimsoll.engine.tradovate;

import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;

/** One entity as it is now, or gone. */
public sealed interface EntityChange {
  /** Created and Updated mean the same: the whole entity is this. */
  record Upsert(Entity entity) implements EntityChange {}

  record Delete(EntityType type, long id) implements EntityChange {}
}
