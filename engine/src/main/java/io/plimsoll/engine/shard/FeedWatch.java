package io.plimsoll.engine.shard;

import io.plimsoll.engine.book.AccountPage;
import io.plimsoll.engine.book.Book;
import io.plimsoll.engine.fact.Feed;
import io.plimsoll.engine.tradovate.EntityChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

  /** The new book once the snapshot is complete; from then on the feed is live. */
  Optional<Book> complete(Instant now) {
    var book = gathering;
    if (book == null || lastPart == null) {
      return Optional.empty();
    }
    var quiet = Duration.between(lastPart, now);
    if (quiet.compareTo(hasGaps(book) ? QUIET_WITH_GAPS : QUIET) < 0) {
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

  private static boolean hasGaps(Book book) {
    return book.accounts().stream()
        .anyMatch(id -> !book.account(id).map(AccountPage::isComplete).orElse(false));
  }

  Feed fact(Instant now) {
    if (notLiveSince == null) {
      return new Feed(shard, Feed.State.LIVE);
    }
    boolean stale = !notLiveSince.plus(staleAfter).isAfter(now);
    return new Feed(shard, stale ? Feed.State.STALE : Feed.State.SYNCING);
  }
}
