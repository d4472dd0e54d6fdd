package io.plimsoll.engine.shard;

import io.plimsoll.engine.book.Book;
import io.plimsoll.engine.fact.Feed;
import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.Missing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the shard sees the broker as it is, and the snapshot that is being gathered. The vendor
 * marks no end of a snapshot: it is complete when nothing more came for a while, a longer while if
 * some account still lacks what every account has.
 */
final class FeedWatch {
  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final Duration QUIET_WITH_GAPS = Duration.ofSeconds(3);

  private final int shard;
  private final Duration staleAfter;
  private @Nullable Book gathering;
  private boolean askedForGaps;
  private @Nullable Instant lastPart;
  private @Nullable Instant notLiveSince;

  FeedWatch(int shard, Duration staleAfter, Instant now) {
    this.shard = shard;
    this.staleAfter = staleAfter;
    this.notLiveSince = now;
  }

  boolean isLive() {
    return notLiveSince == null;
  }

  void synchronizing(Instant now) {
    lost(now);
    askedForGaps = false;
    gathering = new Book();
  }

  void lost(Instant now) {
    gathering = null;
    lastPart = null;
    if (notLiveSince == null) {
      notLiveSince = now;
    }
  }

  /** A part of the snapshot, or a change that came while it is gathered. */
  void gather(List<EntityChange> changes, boolean part, Instant now) {
    var book = gathering;
    if (book != null) {
      changes.forEach(book::apply);
      if (part) {
        lastPart = now;
      }
    }
  }

  /** What was read over REST for the gaps of the snapshot. */
  void fill(List<EntityChange.Upsert> entities) {
    var book = gathering;
    if (book != null) {
      entities.forEach(book::fill);
    }
  }

  /** What is to be read over REST, said once for a snapshot, when no more parts seem to come. */
  Set<Missing> gapsToFill(Instant now) {
    var book = gathering;
    if (book == null || lastPart == null || askedForGaps || !isQuiet(lastPart, QUIET, now)) {
      return Set.of();
    }
    askedForGaps = true;
    return book.gaps();
  }

  /** The new book once the snapshot is complete; from then on the feed is live. */
  Optional<Book> complete(Instant now) {
    var book = gathering;
    if (book == null || lastPart == null) {
      return Optional.empty();
    }
    if (!isQuiet(lastPart, book.gaps().isEmpty() ? QUIET : QUIET_WITH_GAPS, now)) {
      return Optional.empty();
    }
    gathering = null;
    lastPart = null;
    notLiveSince = null;
    return Optional.of(book);
  }

  /** Waiting begins anew; what has been waited for until now cannot be told. */
  void clockSetBack(Instant now) {
    lastPart = lastPart == null ? null : now;
    notLiveSince = notLiveSince == null ? null : now;
  }

  private static boolean isQuiet(Instant since, Duration wanted, Instant now) {
    return Duration.between(since, now).compareTo(wanted) >= 0;
  }

  Feed fact(Instant now) {
    if (notLiveSince == null) {
      return new Feed(shard, Feed.State.LIVE);
    }
    boolean stale = !notLiveSince.plus(staleAfter).isAfter(now);
    return new Feed(shard, stale ? Feed.State.STALE : Feed.State.SYNCING);
  }
}
