package io.plimsoll.engine.tradovate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The given time, but never backwards: when the clock is set back, time goes on from where it was.
 * For counting what was done within a while. Safe for use by many threads.
 */
final class SteadyClock implements InstantSource {
  private final InstantSource given;
  private Duration ahead = Duration.ZERO;
  private Instant last = Instant.MIN;

  SteadyClock(InstantSource given) {
    this.given = given;
  }

  @Override
  public synchronized Instant instant() {
    var now = given.instant().plus(ahead);
    if (now.isBefore(last)) {
      ahead = ahead.plus(Duration.between(now, last));
      now = last;
    }
    last = now;
    return now;
  }
}
