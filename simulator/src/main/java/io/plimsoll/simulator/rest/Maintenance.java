package io.plimsoll.simulator.rest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A while during which nobody is let in: status 503 to every call and every new socket. */
public final class Maintenance {
  public static final int STATUS = 503;

  private final InstantSource clock;
  private volatile Instant until = Instant.MIN;

  public Maintenance(InstantSource clock) {
    this.clock = clock;
  }

  public void begin(Duration window) {
    until = clock.instant().plus(window);
  }

  public boolean isOn() {
    return clock.instant().isBefore(until);
  }
}
