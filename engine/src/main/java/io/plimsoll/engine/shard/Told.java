package io.plimsoll.engine.shard;

import io.plimsoll.engine.book.Book;
import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What changes have told since the sync request, deletions too. They are newer than a part of the
 * snapshot that was made before them, and a part may be late. One thread.
 */
final class Told {
  private final Set<Key> keys = new HashSet<>();

  private record Key(EntityType type, long id) {
    static @Nullable Key of(EntityChange change) {
      return switch (change) {
        case EntityChange.Upsert(var entity) -> new Key(EntityType.of(entity), entity.id());
        case EntityChange.Delete(var type, var id) -> new Key(type, id);
        case EntityChange.Unreadable(var type, var id, var _) ->
            id == null ? null : new Key(type, id);
      };
    }
  }

  void add(List<EntityChange> changes) {
    for (var change : changes) {
      var key = Key.of(change);
      // What could not be read has told nothing that a part must not tell.
      if (key != null && !(change instanceof EntityChange.Unreadable)) {
        keys.add(key);
      }
    }
  }

  boolean contains(EntityChange change) {
    var key = Key.of(change);
    return key != null && keys.contains(key);
  }

  /** What of a part the book does not have, or has in an older form by the broker's own times. */
  static List<EntityChange> missingFrom(Book book, List<EntityChange> part) {
    return part.stream()
        .filter(change ->
            change instanceof EntityChange.Unreadable
                || (change instanceof EntityChange.Upsert(var entity)
                    && (book.find(EntityType.of(entity), entity.id()).isEmpty()
                        || book.isOlderThan(entity))))
        .toList();
  }

  /**
   * What of a part is news: what no change has told, and of the rest only what the broker's own
   * times show to be newer, since a change may come from a session that is told again.
   */
  List<EntityChange> newsOf(List<EntityChange> part, Book book) {
    return part.stream().filter(change -> isNews(change, book)).toList();
  }

  /** The same of one change. */
  boolean isNews(EntityChange change, Book book) {
    return !contains(change)
        || (change instanceof EntityChange.Upsert(var entity) && book.isOlderThan(entity));
  }
}
