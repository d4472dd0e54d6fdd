package io.plimsoll.app.demo;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * When the engine is killed, as kill -9 does: at moments drawn from a seed, half of them by the
 * clock and half just after the engine said that it decides, sends or has proven something. Safe
 * for use by many threads.
 */
final class Kills {
  private static final List<String> DANGEROUS =
      List.of(
          "action decided", "action sent", "action answered", "action verified", "alert opened");
  private static final double SCENARIO_SECONDS = 30;

  /** By then no more is decided; moments that wait for an event would wait for ever. */
  private static final double NOTHING_MORE_AFTER = SCENARIO_SECONDS + 10;

  private static final int MOST_DELAY_MILLIS = 12;

  private final Deque<Moment> moments = new ArrayDeque<>();

  /**
   * @param event empty for a moment by the clock
   * @param after the start of the demo, or after the event
   */
  record Moment(String event, Duration after) {
    boolean isByClock() {
      return event.isEmpty();
    }
  }

  Kills(int count, long seed) {
    // Not Random: its first draws of small seeds are all alike.
    var random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      moments.add(random.nextBoolean() ? byClock(random) : afterEvent(random));
    }
  }

  private static Moment byClock(SplittableRandom random) {
    return new Moment(
        "", Duration.ofMillis(1000 + random.nextInt((int) (SCENARIO_SECONDS * 1000))));
  }

  private static Moment afterEvent(SplittableRandom random) {
    return new Moment(
        DANGEROUS.get(random.nextInt(DANGEROUS.size())),
        Duration.ofMillis(random.nextInt(MOST_DELAY_MILLIS)));
  }

  /** Those not used up. */
  synchronized List<Moment> moments() {
    return List.copyOf(moments);
  }

  synchronized boolean isEmpty() {
    return moments.isEmpty();
  }

  /** How long after this event the next kill is due, if it is this event's. */
  synchronized Optional<Duration> after(Happening happening) {
    var next = moments.peek();
    if (next == null
        || next.isByClock()
        || !(happening instanceof Happening.Logged logged && logged.event().equals(next.event()))) {
      return Optional.empty();
    }
    return Optional.of(next.after());
  }

  /** Whether the next kill is due by the clock. */
  synchronized boolean isNow(double seconds) {
    var next = moments.peek();
    return next != null
        && seconds >= (next.isByClock() ? next.after().toMillis() / 1000.0 : NOTHING_MORE_AFTER);
  }

  /** The next kill is done; until then it stays due, for the engine may be down just now. */
  synchronized void used() {
    moments.poll();
  }
}
