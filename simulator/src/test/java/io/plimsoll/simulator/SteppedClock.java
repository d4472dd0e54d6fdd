package io.plimsoll.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes when told to. */
final class SteppedClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-11-20T15:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void step(Duration by) {
    now = now.plus(by);
  }
}
