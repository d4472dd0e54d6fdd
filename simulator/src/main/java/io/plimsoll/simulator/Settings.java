package io.plimsoll.simulator;

import io.plimsoll.simulator.wire.SplitMode;
import io.plimsoll.simulator.wire.Timing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How a simulator is started. Port 0 takes any free one; a price tick of zero leaves prices to
 * control calls and {@link Simulator#tick()}.
 */
public record Settings(
    int port,
    long seed,
    SplitMode split,
    Timing timing,
    Duration tokenLife,
    String user,
    String password,
    int backgroundAccounts,
    ScenarioName scenario,
    Optional<Path> requestLog,
    Duration priceTick,
    InstantSource clock) {

  /** Which story is told. */
  public enum ScenarioName {
    none,
    demo
  }

  public static Settings defaults() {
    var timing =
        new Timing(Duration.ofMillis(2500), Duration.ofSeconds(10), Duration.ofSeconds(10));
    return new Settings(
        0,
        1,
        SplitMode.single,
        timing,
        Duration.ofMinutes(90),
        "demo",
        "demo",
        20,
        ScenarioName.none,
        Optional.empty(),
        Duration.ofMillis(250),
        InstantSource.system());
  }

  public Settings withPort(int newPort) {
    return new Settings(
        newPort,
        seed,
        split,
        timing,
        tokenLife,
        user,
        password,
        backgroundAccounts,
        scenario,
        requestLog,
        priceTick,
        clock);
  }

  public Settings withSeed(long newSeed) {
    return new Settings(
        port,
        newSeed,
        split,
        timing,
        tokenLife,
        user,
        password,
        backgroundAccounts,
        scenario,
        requestLog,
        priceTick,
        clock);
  }

  public Settings withSplit(SplitMode newSplit) {
    return new Settings(
        port,
        seed,
        newSplit,
        timing,
        tokenLife,
        user,
        password,
        backgroundAccounts,
        scenario,
        requestLog,
        priceTick,
        clock);
  }

  public Settings withTiming(Duration heartbeat, Duration idle, Duration authorize) {
    return new Settings(
        port,
        seed,
        split,
        new Timing(heartbeat, idle, authorize),
        tokenLife,
        user,
        password,
        backgroundAccounts,
        scenario,
        requestLog,
        priceTick,
        clock);
  }

  public Settings withTokenLife(Duration life) {
    return new Settings(
        port,
        seed,
        split,
        timing,
        life,
        user,
        password,
        backgroundAccounts,
        scenario,
        requestLog,
        priceTick,
        clock);
  }

  public Settings withUser(String name, String secret) {
    return new Settings(
        port,
        seed,
        split,
        timing,
        tokenLife,
        name,
        secret,
        backgroundAccounts,
        scenario,
        requestLog,
        priceTick,
        clock);
  }

  /** The accounts that the demo has besides its four; no other scenario has any. */
  public Settings withBackgroundAccounts(int count) {
    return new Settings(
        port,
        seed,
        split,
        timing,
        tokenLife,
        user,
        password,
        count,
        scenario,
        requestLog,
        priceTick,
        clock);
  }

  public Settings withScenario(ScenarioName name) {
    return new Settings(
        port,
        seed,
        split,
        timing,
        tokenLife,
        user,
        password,
        backgroundAccounts,
        name,
        requestLog,
        priceTick,
        clock);
  }

  public Settings withRequestLog(Path file) {
    return new Settings(
        port,
        seed,
        split,
        timing,
        tokenLife,
        user,
        password,
        backgroundAccounts,
        scenario,
        Optional.of(file),
        priceTick,
        clock);
  }

  public Settings withPriceTick(Duration interval) {
    return new Settings(
        port,
        seed,
        split,
        timing,
        tokenLife,
        user,
        password,
        backgroundAccounts,
        scenario,
        requestLog,
        interval,
        clock);
  }

  public Settings withClock(InstantSource source) {
    return new Settings(
        port,
        seed,
        split,
        timing,
        tokenLife,
        user,
        password,
        backgroundAccounts,
        scenario,
        requestLog,
        priceTick,
        source);
  }

  @Override
  public String toString() {
    return "Settings[port=%d, seed=%d, scenario=%s, password=<secret>]"
        .formatted(port, seed, scenario);
  }
}
