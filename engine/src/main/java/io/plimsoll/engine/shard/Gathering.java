package io.plimsoll.engine.shard;

import io.plimsoll.engine.book.Book;
import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.Missing;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot while it comes in. The vendor marks no end of it: it is complete when nothing more
 * came for a while, a longer while if some account still lacks what every account has. One thread.
 */
final class Gathering {
  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final Duration QUIET_WITH_GAPS = Duration.ofSeconds(3);

  private final Book book = new Book();

  /** What changes told meanwhile, deletions too: newer than any part made before them. */
  private final Set<Key> told = new HashSet<>();

  /** What rules match and no snapshot has: it is read over REST for each account. */
  private final Set<EntityType> restOnly;

  private boolean askedForGaps;
  private boolean answered = true;
  private @Nullable Instant lastPart;

  private record Key(EntityType type, long id) {
    static Key of(EntityChange change) {
      return switch (change) {
        case EntityChange.Upsert(var entity) -> new Key(EntityType.of(entity), entity.id());
        case EntityChange.Delete(var type, var id) -> new Key(type, id);
      };
    }
  }

  Gathering(Set<EntityType> followed) {
    this.restOnly = EnumSet.noneOf(EntityType.class);
    followed.stream().filter(type -> type.isReadForAccounts()).forEach(restOnly::add);
  }

  Book book() {
    return book;
  }

  void part(List<EntityChange> changes, Instant now) {
    changes.stream().filter(this::isNews).forEach(book::apply);
    lastPart = now;
  }

  /**
   * Of what changes told, only what the broker's own times show to be newer: a change may come from
   * a session that is told again.
   */
  private boolean isNews(EntityChange change) {
    return !told.contains(Key.of(change))
        || (change instanceof EntityChange.Upsert(var entity) && book.isOlderThan(entity));
  }

  void changes(List<EntityChange> changes) {
    for (var change : changes) {
      told.add(Key.of(change));
      book.apply(change);
    }
  }

  /** What was read over REST for its gaps; nothing where there was nothing. */
  void fill(List<EntityChange.Upsert> entities) {
    answered = true;
    entities.stream().filter(entity -> !told.contains(Key.of(entity))).forEach(book::fill);
  }

  /** What is to be read over REST; said once, when no more parts seem to come. */
  Set<Missing> gapsToFill(Instant now) {
    if (askedForGaps || !isQuiet(QUIET, now)) {
      return Set.of();
    }
    askedForGaps = true;
    var gaps = new HashSet<>(book.gaps());
    for (var type : restOnly) {
      book.accounts().forEach(account -> gaps.add(new Missing(type, account)));
    }
    answered = gaps.isEmpty();
    return gaps;
  }

  boolean isComplete(Instant now) {
    return isQuiet(QUIET_WITH_GAPS, now)
        || (answered && isQuiet(QUIET, now) && book.gaps().isEmpty());
  }

  /** What has been waited for until now cannot be told; waiting begins anew. */
  void clockSetBack(Instant now) {
    lastPart = lastPart == null ? null : now;
  }

  private boolean isQuiet(Duration wanted, Instant now) {
    return lastPart != null && Duration.between(lastPart, now).compareTo(wanted) >= 0;
  }
}
