package io.plimsoll.engine.tradovate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts calls so that in no hour, however it falls, there are more than so many. Each call is
 * remembered for an hour and a little: it may reach the broker late, and a later one early. Not
 * safe for use by many threads.
 */
final class HourlyBudget {
  static final Duration REMEMBERED = Duration.ofHours(1).plusSeconds(30);

  private final String name;
  private final int most;
  private final Deque<Instant> calls = new ArrayDeque<>();

  /**
   * @param name what is counted, for people
   */
  HourlyBudget(String name, int most) {
    this.name = name;
    this.most = most;
  }

  String name() {
    return name;
  }

  /** How long until one more call may be made; zero when it may be made now. */
  Duration pause(Instant now) {
    while (!calls.isEmpty() && !calls.getFirst().plus(REMEMBERED).isAfter(now)) {
      calls.removeFirst();
    }
    return calls.size() < most
        ? Duration.ZERO
        : Duration.between(now, calls.getFirst().plus(REMEMBERED));
  }

  void add(Instant now) {
    calls.addLast(now);
  }

  String usedUp() {
    return "the budget of %d calls an hour is used up: %s".formatted(most, name);
  }
}
