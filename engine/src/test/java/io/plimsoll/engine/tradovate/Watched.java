package io.plimsoll.engine.tradovate;

import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.simulator.Settings;
import io.plimsoll.simulator.Simulator;
import io.plimsoll.simulator.ledger.Opening;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway beside a simulator, and all that it told. */
final class Watched implements AutoCloseable {
  static final Duration HEARTBEAT = Duration.ofMillis(100);
  static final Duration SILENCE = Duration.ofSeconds(2);

  final List<Inbound> told = new CopyOnWriteArrayList<>();
  final List<String> userFrames = new CopyOnWriteArrayList<>();
  final List<String> priceFrames = new CopyOnWriteArrayList<>();
  final List<Hindrance> hindrances = new CopyOnWriteArrayList<>();
  final Oddities oddities = new Oddities();
  final Allowance allowance;
  final Rest rest;
  final Tokens tokens;
  final Gateway gateway;

  Watched(BrokerSettings settings) {
    this(settings, EnumSet.allOf(EntityType.class), InstantSource.system());
  }

  /** The frames as they came. */
  private final class Taken implements Gateway.Tap {
    @Override
    public void user(String frame) {
      userFrames.add(frame);
    }

    @Override
    public void prices(String frame) {
      priceFrames.add(frame);
    }
  }

  private Watched(BrokerSettings settings, Set<EntityType> types, InstantSource clock) {
    allowance = new Allowance(settings.limits(), clock, hindrances::add);
    rest = new Rest(settings.rest(), settings.timeout(), allowance, clock);
    tokens = new Tokens(rest, settings.credentials(), clock, hindrances::add);
    var sync = new SyncRequest(types, Following.ALL, 0);
    gateway =
        new Gateway(
            settings,
            sync,
            tokens,
            new Fetcher(new Reads(rest, tokens), oddities),
            allowance,
            oddities,
            clock,
            new Taken(),
            told::add,
            hindrances::add);
  }

  /** With little budget and a clock to step. */
  static Watched scarce(Simulator broker, BrokerLimits limits, InstantSource clock) {
    var rich = TestBroker.settings(broker, HEARTBEAT, Duration.ofSeconds(10));
    return new Watched(
        new BrokerSettings(
            rich.rest(),
            rich.socket(),
            rich.marketData(),
            rich.credentials(),
            rich.following(),
            rich.heartbeat(),
            rich.silence(),
            rich.timeout(),
            limits),
        EnumSet.allOf(EntityType.class),
        clock);
  }

  static Watched of(Simulator broker) {
    return new Watched(TestBroker.settings(broker, HEARTBEAT, SILENCE));
  }

  static Watched of(Simulator broker, Duration silence) {
    return new Watched(TestBroker.settings(broker, HEARTBEAT, silence));
  }

  static Watched of(Simulator broker, EntityType only) {
    return new Watched(
        TestBroker.settings(broker, HEARTBEAT, SILENCE), EnumSet.of(only), InstantSource.system());
  }

  static Settings quick() {
    return Settings.defaults()
        .withPriceTick(Duration.ZERO)
        .withBackgroundAccounts(0)
        .withTiming(Duration.ofMillis(100), Duration.ofSeconds(4), Duration.ofSeconds(5));
  }

  static Simulator broker(Settings settings) {
    var broker = Simulator.start(settings);
    broker.control().openAccount(Opening.account(7001, "SEVEN", "50000").holding("ESZ6", 2));
    broker.control().openAccount(Opening.account(7002, "EIGHT", "60000"));
    return broker;
  }

  Watched start() {
    gateway.start();
    return this;
  }

  long count(Class<? extends Inbound> type) {
    return told.stream().filter(type::isInstance).count();
  }

  Watched awaitSnapshots(int count) {
    TestBroker.await(
        count + " snapshots in " + told.size() + " events",
        () ->
            count(Inbound.Synchronizing.class) >= count
                && inSnapshots("Account[").size() >= 2L * count);
    return this;
  }

  Watched awaitPrices(int count) {
    TestBroker.await("prices up", () -> count(Inbound.PricesUp.class) >= count);
    return this;
  }

  /** Entities of snapshots, by how they print. */
  List<String> inSnapshots(String start) {
    return told.stream()
        .filter(Inbound.Snapshot.class::isInstance)
        .flatMap(each -> ((Inbound.Snapshot) each).changes().stream())
        .filter(EntityChange.Upsert.class::isInstance)
        .map(each -> ((EntityChange.Upsert) each).entity().toString())
        .filter(each -> each.startsWith(start))
        .toList();
  }

  List<String> downs() {
    return told.stream()
        .filter(Inbound.Down.class::isInstance)
        .map(each -> ((Inbound.Down) each).reason())
        .toList();
  }

  void awaitDown(String reason) {
    TestBroker.await(
        "down with " + reason + " in " + downs(),
        () -> downs().stream().anyMatch(each -> each.contains(reason)));
  }

  @Override
  public void close() {
    gateway.close();
    rest.close();
  }
}
