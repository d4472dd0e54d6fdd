package io.plimsoll.engine.tradovate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next try: doubling with jitter, and from the start again only after a
 * stable minute. For one thread.
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration STABLE = Duration.ofMinutes(1);

  private final InstantSource clock;
  private Duration next = FIRST;
  private Instant since = Instant.MAX;

  Backoff(InstantSource clock) {
    this.clock = clock;
  }

  void connected() {
    since = clock.instant();
  }

  /** Between half and the whole of the current step. */
  Duration next() {
    if (since.isBefore(clock.instant().minus(STABLE))) {
      next = FIRST;
    }
    since = Instant.MAX;
    var step = next;
    next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
    long half = step.toMillis() / 2;
    return Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1));
  }
}
