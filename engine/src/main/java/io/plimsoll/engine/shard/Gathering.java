package io.plimsoll.engine.shard;

import io.plimsoll.engine.book.Book;
import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.Inbound;
import io.plimsoll.engine.tradovate.Missing;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.time.Duration;
import java.time.Instant;
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

  private final Told told;

  private final Set<EntityType> followed;

  /** Asked for over REST and not answered yet. */
  private final Set<Missing> awaited = new HashSet<>();

  private boolean askedForGaps;
  private @Nullable Instant lastPart;

  Gathering(Set<EntityType> followed, Told told) {
    this.told = told;
    this.followed = followed;
  }

  Book book() {
    return book;
  }

  void part(List<EntityChange> changes, Instant now) {
    for (var change : changes) {
      if (told.isNews(change, book)) {
        book.apply(change);
      } else {
        book.keepRestriction(change);
      }
    }
    lastPart = now;
  }

  void changes(List<EntityChange> changes) {
    changes.forEach(book::apply);
  }

  /** What was read over REST for its gaps; nothing where there was nothing. */
  void fill(Inbound.Fetched fetched) {
    awaited.removeAll(fetched.asked());
    fetched.entities().stream()
        .filter(found -> book.doubts(found.entity()) || !told.contains(found))
        .forEach(book::fill);
    var _ = book.believe(fetched.answered());
  }

  /** What is to be read over REST; said once, when no more parts seem to come. */
  Set<Missing> gapsToFill(Instant now) {
    if (askedForGaps || !isQuiet(QUIET, now)) {
      return Set.of();
    }
    askedForGaps = true;
    var gaps = new HashSet<>(book.gaps());
    book.accounts().forEach(account -> gaps.addAll(Missing.beyondSnapshots(followed, account)));
    awaited.addAll(gaps);
    return gaps;
  }

  boolean isComplete(Instant now) {
    return isQuiet(QUIET_WITH_GAPS, now)
        || (awaited.isEmpty() && isQuiet(QUIET, now) && book.gaps().isEmpty());
  }

  /** What has been waited for until now cannot be told; waiting begins anew. */
  void clockSetBack(Instant now) {
    lastPart = lastPart == null ? null : now;
  }

  private boolean isQuiet(Duration wanted, Instant now) {
    return lastPart != null && Duration.between(lastPart, now).compareTo(wanted) >= 0;
  }
}
