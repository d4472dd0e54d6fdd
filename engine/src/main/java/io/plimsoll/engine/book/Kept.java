package io.plimsoll.engine.book;

import io.plimsoll.engine.tradovate.entity.EntityType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which entities were taken over from an earlier book and have not been read again. One thread. */
final class Kept {
  private final Map<EntityType, Set<Long>> ids = new EnumMap<>(EntityType.class);

  void add(EntityType type, long id) {
    ids.computeIfAbsent(type, first -> new TreeSet<>()).add(id);
  }

  /** It is known anew; true if it was kept until now. */
  boolean remove(EntityType type, long id) {
    var some = ids.get(type);
    return some != null && some.remove(id);
  }

  /** All of the type; from now on none is. */
  List<Long> takeAll(EntityType type) {
    var all = ids.remove(type);
    return all == null ? List.of() : List.copyOf(all);
  }
}
