package io.plimsoll.bench;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** Orders placed at a rate by one thread, for scenarios that have no load of their own. */
final class Driver implements AutoCloseable {
  private final BrokerSide broker;
  private final List<Long> accounts;
  private final long nanosApart;
  private final Random random = new Random(1);
  private final Thread thread = Thread.ofPlatform().name("driver").daemon().unstarted(this::run);
  private volatile boolean stopped;
  private final LongAdder placed = new LongAdder();

  private Driver(BrokerSide broker, List<Long> accounts, long perSecond) {
    this.broker = broker;
    this.accounts = accounts;
    this.nanosApart = 1_000_000_000L / Math.max(1, perSecond);
  }

  /**
   * @param perSecond 0: none
   */
  static Driver start(BrokerSide broker, List<Long> accounts, long perSecond) {
    var driver = new Driver(broker, accounts, perSecond);
    if (perSecond > 0 && !accounts.isEmpty()) {
      driver.thread.start();
    }
    return driver;
  }

  private void run() {
    long due = System.nanoTime();
    while (!stopped) {
      try {
        broker.order(
            accounts.get(random.nextInt(accounts.size())), random.nextBoolean() ? "Buy" : "Sell");
        placed.increment();
      } catch (IOException brokerBusy) {
        // One order less.
      }
      due += nanosApart;
      while (!stopped && System.nanoTime() < due) {
        LockSupport.parkNanos(Math.min(due - System.nanoTime(), 50_000_000));
      }
    }
  }

  long placed() {
    return placed.sum();
  }

  @Override
  public void close() {
    stopped = true;
    if (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException impatient) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
