package io.plimsoll.simulator;

import io.plimsoll.simulator.fault.Script;
import io.plimsoll.simulator.ledger.Contents;
import io.plimsoll.simulator.rest.Limits;
import io.plimsoll.simulator.rest.SessionRules;
import io.plimsoll.simulator.wire.SplitMode;
import io.plimsoll.simulator.wire.SyncShape;
import io.plimsoll.simulator.wire.Timing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** How a simulator is started: the defaults, with parts of them replaced. */
public record Settings(
    Host host,
    Login login,
    Scene scene,
    Contents contents,
    Timing timing,
    SyncShape sync,
    Script faults,
    SessionRules sessions,
    Limits limits) {

  /** Which story is told. */
  public enum ScenarioName {
    none,
    demo,
    load
  }

  /** Port 0 takes any free one. */
  public record Host(int port, long seed, Optional<Path> requestLog, InstantSource clock) {
    public Host {
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("port (%d) must be from 0 to 65535.".formatted(port));
      }
    }
  }

  /** The one user there is. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return "Login[user=%s, password=<secret>]".formatted(user);
    }
  }

  /**
   * The story, and the accounts that it has besides its own. A price tick of zero leaves prices to
   * control calls and {@link Simulator#tick()}. {@code rate} is for the load: frames a second over
   * all sockets.
   */
  public record Scene(ScenarioName scenario, int accounts, Duration priceTick, long rate) {
    public Scene {
      check("accounts", accounts, 0);
      check("tick", priceTick.toMillis(), 0);
      check("rate", rate, 1);
    }

    private static void check(String name, long number, long least) {
      if (number < least) {
        throw new IllegalArgumentException(
            "%s (%d) must be at least %d.".formatted(name, number, least));
      }
    }
  }

  public static Settings defaults() {
    return new Settings(
        new Host(0, 1, Optional.empty(), InstantSource.system()),
        new Login("demo", "demo"),
        new Scene(ScenarioName.none, 20, Duration.ofMillis(250), 1000),
        Contents.full(),
        new Timing(Duration.ofMillis(2500), Duration.ofSeconds(10), Duration.ofSeconds(10)),
        SyncShape.of(SplitMode.single),
        Script.NONE,
        SessionRules.published(),
        Limits.published());
  }

  public Settings with(Host part) {
    return replacing(part);
  }

  public Settings with(Login part) {
    return replacing(part);
  }

  public Settings with(Scene part) {
    return replacing(part);
  }

  public Settings with(Contents part) {
    return replacing(part);
  }

  public Settings with(Timing part) {
    return replacing(part);
  }

  public Settings with(SyncShape part) {
    return replacing(part);
  }

  public Settings with(SessionRules part) {
    return replacing(part);
  }

  public Settings with(Limits part) {
    return replacing(part);
  }

  /** What goes wrong by itself. */
  public Settings with(Script part) {
    return replacing(part);
  }

  public Settings withPort(int port) {
    return with(new Host(port, host.seed(), host.requestLog(), host.clock()));
  }

  public Settings withSeed(long seed) {
    return with(new Host(host.port(), seed, host.requestLog(), host.clock()));
  }

  public Settings withRequestLog(Path file) {
    return with(new Host(host.port(), host.seed(), Optional.of(file), host.clock()));
  }

  public Settings withClock(InstantSource clock) {
    return with(new Host(host.port(), host.seed(), host.requestLog(), clock));
  }

  public Settings withUser(String name, String secret) {
    return with(new Login(name, secret));
  }

  public Settings withScenario(ScenarioName name) {
    return with(new Scene(name, scene.accounts(), scene.priceTick(), scene.rate()));
  }

  /** The accounts that the demo has besides its five, or all of the load; else there are none. */
  public Settings withBackgroundAccounts(int count) {
    return with(new Scene(scene.scenario(), count, scene.priceTick(), scene.rate()));
  }

  public Settings withPriceTick(Duration interval) {
    return with(new Scene(scene.scenario(), scene.accounts(), interval, scene.rate()));
  }

  public Settings withRate(long framesPerSecond) {
    return with(new Scene(scene.scenario(), scene.accounts(), scene.priceTick(), framesPerSecond));
  }

  public Settings withTiming(Duration heartbeat, Duration idle, Duration authorize) {
    return with(new Timing(heartbeat, idle, authorize));
  }

  public Settings withSplit(SplitMode mode) {
    return with(SyncShape.of(mode));
  }

  public Settings withTokenLife(Duration life) {
    return with(sessions.lasting(life));
  }

  /** Each part has a type of its own, so the type says which one is meant. */
  private Settings replacing(Object part) {
    return new Settings(
        either(Host.class, part, host),
        either(Login.class, part, login),
        either(Scene.class, part, scene),
        either(Contents.class, part, contents),
        either(Timing.class, part, timing),
        either(SyncShape.class, part, sync),
        either(Script.class, part, faults),
        either(SessionRules.class, part, sessions),
        either(Limits.class, part, limits));
  }

  private static <T> T either(Class<T> type, Object part, T current) {
    return type.isInstance(part) ? type.cast(part) : current;
  }
}
