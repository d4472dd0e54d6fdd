package io.plimsoll.engine.shard;

import io.plimsoll.engine.book.Book;
import io.plimsoll.engine.fact.Feed;
import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.Inbound;
import io.plimsoll.engine.tradovate.Missing;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the shard sees the broker as it is, and the snapshot that is being gathered. */
final class FeedWatch {
  /** So long after a snapshot counted as complete a part of it may be late. */
  private static final Duration LATEST = Duration.ofMinutes(1);

  private final int shard;
  private final Duration staleAfter;

  /** Of the last snapshot; null once no part of it is expected any more. */
  private @Nullable Told told;

  private @Nullable Instant liveSince;
  private @Nullable Gathering gathering;
  private @Nullable Instant notLiveSince;

  FeedWatch(int shard, Duration staleAfter, Instant now) {
    this.shard = shard;
    this.staleAfter = staleAfter;
    this.notLiveSince = now;
  }

  boolean isLive() {
    return notLiveSince == null;
  }

  /**
   * @param followed the types asked for
   */
  void synchronizing(Set<EntityType> followed, Instant now) {
    lost(now);
    var fresh = new Told();
    told = fresh;
    gathering = new Gathering(followed, fresh);
  }

  void lost(Instant now) {
    gathering = null;
    if (notLiveSince == null) {
      notLiveSince = now;
    }
  }

  /** Whether nothing is expected of the present socket any more. */
  boolean isLost() {
    return gathering == null && !isLive();
  }

  /** A part of the snapshot. */
  void part(List<EntityChange> changes, Instant now) {
    if (gathering != null) {
      gathering.part(changes, now);
    }
  }

  /**
   * What of a part that came after the snapshot counted as complete is news to this book: not what
   * would undo a change told since. When it comes so late that nobody remembers what was told, only
   * what is not there at all, or older by the broker's own times.
   */
  List<EntityChange> late(List<EntityChange> part, Book book) {
    return told == null ? Told.missingFrom(book, part) : told.newsOf(part, book);
  }

  /** Changes, while the snapshot is gathered or after. */
  void changes(List<EntityChange> changes) {
    if (told != null) {
      told.add(changes);
    }
    if (gathering != null) {
      gathering.changes(changes);
    }
  }

  /** What was read over REST for the gaps of the snapshot. */
  void fill(Inbound.Fetched fetched) {
    if (gathering != null) {
      gathering.fill(fetched);
    }
  }

  /** What of the snapshot is to be read over REST, said once. */
  Set<Missing> gapsToFill(Instant now) {
    return gathering == null ? Set.of() : gathering.gapsToFill(now);
  }

  /** The new book once the snapshot is complete; from then on the feed is live. */
  Optional<Book> complete(Instant now) {
    if (isLive() && liveSince != null && !liveSince.plus(LATEST).isAfter(now)) {
      told = null;
    }
    if (gathering == null || !gathering.isComplete(now)) {
      return Optional.empty();
    }
    var book = gathering.book();
    gathering = null;
    notLiveSince = null;
    liveSince = now;
    return Optional.of(book);
  }

  /** Waiting begins anew; what has been waited for until now cannot be told. */
  void clockSetBack(Instant now) {
    if (gathering != null) {
      gathering.clockSetBack(now);
    }
    notLiveSince = notLiveSince == null ? null : now;
  }

  Feed fact(Instant now) {
    if (notLiveSince == null) {
      return new Feed(shard, Feed.State.LIVE);
    }
    boolean stale = !notLiveSince.plus(staleAfter).isAfter(now);
    return new Feed(shard, stale ? Feed.State.STALE : Feed.State.SYNCING);
  }
}
