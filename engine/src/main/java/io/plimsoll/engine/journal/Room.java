package io.plimsoll.engine.journal;

import java.util.concurrent.atomic.AtomicLong;

/** How much may wait for the journal's thread, over all shards. */
final class Room {
  private final long most;
  private final AtomicLong used = new AtomicLong();
  private final Runnable filling;

  /**
   * @param filling called when a quarter is used, so that nobody has to be woken for each frame
   */
  Room(long most, Runnable filling) {
    this.most = most;
    this.filling = filling;
  }

  /** False when it does not fit. What is larger than everything fits while nothing else waits. */
  boolean take(long weight) {
    long before = used.getAndAdd(weight);
    if (before > 0 && before + weight > most) {
      used.addAndGet(-weight);
      return false;
    }
    if (before < most / 4 && before + weight >= most / 4) {
      filling.run();
    }
    return true;
  }

  void give(long weight) {
    used.addAndGet(-weight);
  }
}
