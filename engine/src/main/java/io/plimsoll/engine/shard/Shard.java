package io.plimsoll.engine.shard;

import io.plimsoll.engine.store.Store;
import io.plimsoll.engine.tradovate.Inbound;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread and one queue: everything that happens to the accounts of a shard happens here, one
 * event at a time, so that nothing of an account needs a lock.
 */
public final class Shard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Shard.class);
  private static final long TICK_MILLIS = 20;

  private final LinkedBlockingQueue<Event> queue = new LinkedBlockingQueue<>();
  private final InstantSource clock;
  private final Store store;
  private final Thread thread;
  private final Desk desk;
  private long lastTick = System.nanoTime();
  private volatile boolean stopped;

  /** Makes the desk of a shard, which needs the shard's queue. */
  @FunctionalInterface
  interface DeskMaker {
    Desk make(Shard shard);
  }

  Shard(int number, InstantSource clock, Store store, DeskMaker maker) {
    this.clock = clock;
    this.store = store;
    this.desk = maker.make(this);
    this.thread = Thread.ofPlatform().name("shard-" + number).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** From any thread. */
  void feed(Inbound inbound) {
    queue.add(new Event.Fed(inbound));
  }

  /** From any thread. */
  void tell(Event event) {
    queue.add(event);
  }

  private void run() {
    while (!stopped) {
      try {
        var event = queue.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        if (event != null) {
          handle(event);
        }
        tick();
      } catch (InterruptedException stop) {
        return;
      } catch (RuntimeException bug) {
        // One event that cannot be handled must not end the watch over all accounts.
        LOG.atError().setMessage("event not handled").setCause(bug).log();
      }
    }
    var out = new Outcome();
    desk.flush(out);
    out.commit(store);
  }

  private void handle(Event event) {
    var out = new Outcome();
    try {
      desk.handle(event, clock.instant(), out);
    } finally {
      // What was decided before something failed is in memory and must be on disk too.
      out.commit(store);
    }
  }

  private void tick() {
    long nanos = System.nanoTime();
    if (nanos - lastTick < TICK_MILLIS * 1_000_000) {
      return;
    }
    lastTick = nanos;
    var out = new Outcome();
    try {
      desk.tick(clock.instant(), out);
    } finally {
      out.commit(store);
    }
  }

  @Override
  public void close() {
    stopped = true;
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
