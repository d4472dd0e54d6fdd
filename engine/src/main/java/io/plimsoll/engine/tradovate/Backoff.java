package io.plimsoll.engine.tradovate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next try: doubling with jitter, and from the start again only after a
 * stable minute. Much longer where another connection has taken our place, since two programs that
 * come back at once evict each other for ever. For one thread.
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration STABLE = Duration.ofMinutes(1);

  private static final List<Duration> AFTER_QUOTA =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10));

  /** Longer than the other program may be staying away. */
  private static final Duration UNDISPUTED = Duration.ofMinutes(15);

  private final InstantSource clock;
  private Duration next = FIRST;
  private int evictions;
  private Instant since = Instant.MAX;

  Backoff(InstantSource clock) {
    this.clock = clock;
  }

  void connected() {
    since = clock.instant();
  }

  /** Between half and the whole of the current step. */
  Duration next() {
    lost();
    var step = next;
    next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
    long half = step.toMillis() / 2;
    return Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1));
  }

  /** After the broker closed the connection for there being too many. */
  Duration afterQuota() {
    lost();
    var step = AFTER_QUOTA.get(Math.min(evictions, AFTER_QUOTA.size() - 1));
    evictions++;
    return step;
  }

  private void lost() {
    var now = clock.instant();
    if (since.isBefore(now.minus(STABLE))) {
      next = FIRST;
    }
    if (since.isBefore(now.minus(UNDISPUTED))) {
      evictions = 0;
    }
    since = Instant.MAX;
  }
}
