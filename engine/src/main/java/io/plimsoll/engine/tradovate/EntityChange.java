package io.plimsoll.engine.tradovate;

import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;
import org.jspecify.annotations.Nullable;

/** One entity as it is now, or gone, or not known any more. */
public sealed interface EntityChange {
  /** Created and Updated mean the same: the whole entity is this. */
  record Upsert(Entity entity) implements EntityChange {}

  record Delete(EntityType type, long id) implements EntityChange {}

  /**
   * It tells where an account stands and could not be read, so what was known of it may be wrong.
   *
   * @param id its own; null where that is unreadable too, and then the account is not
   * @param account whose it is; null where only the id could be read
   */
  record Unreadable(EntityType type, @Nullable Long id, @Nullable Long account)
      implements EntityChange {}
}
