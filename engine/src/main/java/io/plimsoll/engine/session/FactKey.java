package io.plimsoll.engine.session;

import io.plimsoll.engine.fact.Scoped;
import io.plimsoll.engine.tradovate.entity.Entity;

/** The key under which a fact is put: the newer fact with the same key replaces the older. */
public record FactKey(Class<?> type, Object id) {

  /** By account or shard for a derived fact, by id for an entity. */
  public static FactKey of(Object fact) {
    return switch (fact) {
      case Scoped derived -> new FactKey(fact.getClass(), derived.scope());
      case Entity entity -> new FactKey(fact.getClass(), entity.id());
      default ->
          throw new IllegalArgumentException(
              "(%s) is neither an entity nor a derived fact.".formatted(fact));
    };
  }
}
