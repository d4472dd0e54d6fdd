package io.plimsoll.app.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * When the engine is killed, as kill -9 does: at moments drawn from a seed, half of them by the
 * clock and half just after the engine said that it decides, sends or has proven something.
 */
final class Kills {
  private static final List<String> DANGEROUS =
      List.of(
          "action decided", "action sent", "action answered", "action verified", "alert opened");
  private static final double SCENARIO_SECONDS = 30;
  private static final int MOST_DELAY_MILLIS = 12;

  private final Deque<Moment> moments = new ArrayDeque<>();

  /**
   * @param event empty for a moment by the clock
   * @param seconds since the start, or the delay after the event
   */
  record Moment(String event, double seconds) {}

  Kills(int count, long seed) {
    var random = new Random(seed);
    for (int i = 0; i < count; i++) {
      moments.add(
          random.nextBoolean()
              ? new Moment("", 1 + random.nextDouble() * SCENARIO_SECONDS)
              : new Moment(
                  DANGEROUS.get(random.nextInt(DANGEROUS.size())),
                  random.nextInt(MOST_DELAY_MILLIS) / 1000.0));
    }
  }

  boolean isEmpty() {
    return moments.isEmpty();
  }

  /** Whether the next kill follows this event; it is then used up. */
  boolean isNow(Happening happening) throws InterruptedException {
    var next = moments.peek();
    if (next == null
        || next.event().isEmpty()
        || !(happening instanceof Happening.Logged logged && logged.event().equals(next.event()))) {
      return false;
    }
    moments.remove();
    Thread.sleep(Math.round(next.seconds() * 1000));
    return true;
  }

  /** Whether the next kill is due by the clock; it is then used up. */
  boolean isNow(double seconds) {
    var next = moments.peek();
    if (next == null || !next.event().isEmpty() || seconds < next.seconds()) {
      return false;
    }
    moments.remove();
    return true;
  }
}
