package io.plimsoll.engine.tradovate;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.Secret;
import io.plimsoll.simulator.Simulator;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What tests against a broker share: a login, short timings, a clock to step, waiting. */
final class TestBroker {
  private TestBroker() {}

  static Credentials login(String password) {
    return new Credentials(
        "demo", new Secret(password), "test", "1", "device-1", "8", new Secret("api-key-secret"));
  }

  /** With the broker's limits as published. */
  static Rest rest(URI base, Duration timeout, InstantSource clock) {
    return new Rest(
        base, timeout, new Allowance(BrokerLimits.PUBLISHED, clock, hindrance -> {}), clock);
  }

  static Rest rest(URI base, Duration timeout) {
    return rest(base, timeout, InstantSource.system());
  }

  static Rest rest(Simulator broker, InstantSource clock) {
    return rest(broker.restUri(), Duration.ofSeconds(3), clock);
  }

  static BrokerSettings settings(Simulator broker, Duration heartbeat, Duration silence) {
    return settings(
        broker.restUri(), broker.socketUri(), broker.marketDataUri(), heartbeat, silence);
  }

  static BrokerSettings settings(
      URI rest, URI socket, @Nullable URI prices, Duration heartbeat, Duration silence) {
    return new BrokerSettings(
        rest,
        socket,
        prices,
        login("demo"),
        Following.ALL,
        heartbeat,
        silence,
        Duration.ofSeconds(3),
        BrokerLimits.PUBLISHED);
  }

  /** Waits for what must come; fails after thirty seconds, saying what was waited for. */
  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited in vain: " + what).isLessThan(end);
      LockSupport.parkNanos(2_000_000);
    }
  }

  /** Whether it stays so for a while. */
  static boolean stays(Duration time, BooleanSupplier condition) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      if (!condition.getAsBoolean()) {
        return false;
      }
      LockSupport.parkNanos(2_000_000);
    }
    return true;
  }

  /** A clock that moves only when told. */
  static final class Clock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-20T15:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    void forward(Duration step) {
      now = now.plus(step);
    }
  }
}
