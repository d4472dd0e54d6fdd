package io.plimsoll.engine.journal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The way from the sockets' threads to the journal's thread, for one shard. */
final class Intake implements Recorder {
  private final InstantSource clock;
  private final Room room;
  private final Tally tally;
  private final Queue<Taken> queue = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Gap gap;
  private volatile long lost;
  private volatile boolean closed;

  Intake(InstantSource clock, Room room, Tally tally) {
    this.clock = clock;
    this.room = room;
    this.tally = tally;
  }

  @Override
  public void take(Source source, String frame) {
    var at = clock.instant();
    if (closed || !room.take(Taken.weight(frame))) {
      lose(at);
      return;
    }
    queue.add(new Taken(at, source, frame, gap == null ? null : endGap()));
  }

  private synchronized void lose(Instant at) {
    tally.lost.increment();
    lost = lost + 1;
    var open = gap;
    gap = open == null ? new Gap(1, at) : new Gap(open.frames() + 1, open.since());
  }

  /** Up to now. */
  long lost() {
    return lost;
  }

  boolean hasGap() {
    return gap != null;
  }

  /** What was lost since the last frame that was kept; from now on that is told. */
  synchronized @Nullable Gap endGap() {
    var ended = gap;
    gap = null;
    return ended;
  }

  /** The next frame; it stays until {@link #written}, so that no failure loses it. */
  @Nullable Taken next() {
    return queue.peek();
  }

  void written() {
    var first = queue.poll();
    if (first != null) {
      room.give(Taken.weight(first.text()));
    }
  }

  /** Takes nothing more; returns how many still wait. */
  int close() {
    closed = true;
    return queue.size();
  }
}
