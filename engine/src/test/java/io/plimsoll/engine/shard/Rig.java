package io.plimsoll.engine.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.Secret;
import io.plimsoll.engine.action.ActionSettings;
import io.plimsoll.engine.alert.Notification;
import io.plimsoll.engine.alert.Route;
import io.plimsoll.engine.alert.Stage;
import io.plimsoll.engine.alert.Stages;
import io.plimsoll.engine.book.PriceSource;
import io.plimsoll.engine.delivery.DeliveryResult;
import io.plimsoll.engine.delivery.Notifier;
import io.plimsoll.engine.journal.JournalSettings;
import io.plimsoll.engine.risk.WithoutPrices;
import io.plimsoll.engine.session.RuleSet;
import io.plimsoll.engine.tradovate.BrokerLimits;
import io.plimsoll.engine.tradovate.BrokerSettings;
import io.plimsoll.engine.tradovate.Credentials;
import io.plimsoll.engine.tradovate.Following;
import io.plimsoll.simulator.Settings;
import io.plimsoll.simulator.Simulator;
import io.plimsoll.simulator.ledger.Opening;
import io.plimsoll.simulator.rest.Fault;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A real engine beside a real simulator, over real sockets, with the shipped rules. */
final class Rig implements AutoCloseable {
  static final long TRAILED = 7001;
  static final long SECOND = 7002;
  static final String SET_ADMIN = "accountRiskStatus/setadminautoliqaction";
  private static final RuleSet RULES = RigRules.rules(Path.of("../rules/drl"));

  final Simulator broker;
  final RigFrames frames;
  final RigStore store;
  final RigRequests asked;
  final List<Notification> told = new CopyOnWriteArrayList<>();
  private final Path folder;
  private final Stage stage;
  private final Duration verifyWithin;
  private volatile Duration ahead;
  private volatile Duration engineAhead = Duration.ZERO;
  private final InstantSource clock = this::now;
  private Following following = Following.ALL;
  private WithoutPrices withoutPrices = WithoutPrices.UNKNOWN;
  private boolean marketData = true;
  private BrokerLimits limits = BrokerLimits.PUBLISHED;
  private Duration heartbeat = Duration.ofMillis(2500);
  private Duration silence = Duration.ofSeconds(10);
  private Duration staleAfter = Duration.ofSeconds(2);
  private Engine engine;

  Rig(Path folder) {
    this(folder, Stage.ACT, Duration.ofMillis(600));
  }

  Rig(Path folder, Stage stage, Duration verifyWithin) {
    this(folder, stage, verifyWithin, Duration.ZERO);
  }

  /** For the broker and the engine it is this time when it begins. */
  static Rig at(Instant now, Path folder) {
    return new Rig(folder, Stage.ACT, Duration.ofMillis(600), Duration.between(Instant.now(), now));
  }

  /** Beside another broker than the usual one, with time for the facts to prove an action. */
  static Rig beside(UnaryOperator<Settings> broker, Path folder) {
    return new Rig(folder, Stage.ACT, Duration.ofSeconds(5), Duration.ZERO, broker);
  }

  /** As {@link #beside}, with less time for it than a silent socket has. */
  static Rig hasty(UnaryOperator<Settings> broker, Path folder) {
    return new Rig(folder, Stage.ACT, Duration.ofMillis(500), Duration.ZERO, broker);
  }

  private Rig(Path folder, Stage stage, Duration verifyWithin, Duration ahead) {
    this(folder, stage, verifyWithin, ahead, usual -> usual);
  }

  private Rig(
      Path folder,
      Stage stage,
      Duration verifyWithin,
      Duration ahead,
      UnaryOperator<Settings> settings) {
    this.ahead = ahead;
    this.folder = folder;
    this.stage = stage;
    this.verifyWithin = verifyWithin;
    this.broker =
        Simulator.start(
            settings.apply(
                Settings.defaults()
                    .withPriceTick(Duration.ZERO)
                    .withBackgroundAccounts(0)
                    .withClock(clock)));
    this.frames = new RigFrames(broker.control(), clock);
    this.store = new RigStore(folder);
    this.asked = new RigRequests(broker.control());
    broker
        .control()
        .openAccount(
            Opening.account(TRAILED, "EVAL-7001", "50000").evaluation("50000").holding("ESZ6", 2));
  }

  /** Asks each shard, in the order of the shards. */
  <T> List<T> ask(Function<ShardView, T> question) {
    return engine.ask(question).stream().map(CompletableFuture::join).toList();
  }

  void reload(RuleSet rules) {
    engine.reload(rules);
  }

  /** Somebody else may trade the account. */
  Rig withPermitAtBroker() {
    frames.sendPermit();
    return this;
  }

  /** From the next start on a silent socket is given up soon, and told soon. */
  Rig impatient() {
    heartbeat = Duration.ofMillis(300);
    silence = Duration.ofMillis(1500);
    staleAfter = Duration.ofMillis(600);
    return this;
  }

  /** From the next start on there is no market data. */
  Rig withoutMarketData(WithoutPrices by) {
    marketData = false;
    withoutPrices = by;
    return this;
  }

  /** From the next start on, for contracts whose quotes are refused. */
  Rig withoutPrices(WithoutPrices by) {
    withoutPrices = by;
    return this;
  }

  /** From the next start on. */
  Rig spread(int shards) {
    following = Following.spread(shards);
    return this;
  }

  /** From the next start on. */
  Rig limited(BrokerLimits limits) {
    this.limits = limits;
    return this;
  }

  Rig start() {
    return start(RULES);
  }

  Rig start(RuleSet rules) {
    Notifier recorder =
        notification -> {
          told.add(notification);
          return new DeliveryResult.Delivered();
        };
    engine = Engine.start(settings(), rules, Map.of("desk", recorder), this::engineNow);
    return this;
  }

  private EngineSettings settings() {
    var login = new Credentials("demo", new Secret("demo"), "test", "1", "rig", null, null);
    var connection =
        new BrokerSettings(
            broker.restUri(),
            broker.socketUri(),
            marketData ? broker.marketDataUri() : null,
            login,
            following,
            heartbeat,
            silence,
            Duration.ofSeconds(3),
            limits);
    return new EngineSettings(
        "test",
        folder,
        connection,
        PriceSource.LAST,
        staleAfter,
        List.of(Path.of("../rules/drl")),
        new Stages(stage, Map.of()),
        List.of(RigPlan.plan(withoutPrices)),
        new ActionSettings(
            ActionSettings.By.ADMIN,
            verifyWithin,
            Duration.ofSeconds(60),
            "RestrictedRiskRestriction"),
        new Route(List.of("desk"), true),
        JournalSettings.USUAL);
  }

  private Instant now() {
    return Instant.now().plus(ahead);
  }

  private Instant engineNow() {
    return now().plus(engineAhead);
  }

  /** Only the engine's clock, not the broker's. */
  void setEngineClockBack(Duration time) {
    engineAhead = time.negated();
  }

  void advance(Duration more) {
    ahead = ahead.plus(more);
  }

  /** Starts, and waits until the account is followed and priced. */
  Rig following() {
    start();
    awaitFollowed();
    return this;
  }

  void awaitFollowed() {
    await("both sockets are open", () -> broker.control().openSockets() == 2);
    await("a price is subscribed", () -> !broker.control().requests("md/subscribequote").isEmpty());
  }

  /** A loss of 1,000: two alerts, of the day's loss and of half the drawdown, and nothing more. */
  void warn() {
    movePrice("-10");
    await(
        "both warnings are told",
        () -> wasTold("trailing-drawdown.near") && wasTold("daily-loss-percent.alert"));
  }

  /** Breaks the floor: one quick fall of 2,500 dollars. */
  void fall() {
    movePrice("-25");
  }

  boolean saysDone(String text) {
    return told.stream()
        .anyMatch(one -> one.annotations().getOrDefault("done", "").startsWith(text));
  }

  long timesTold(String alert, Notification.Status status) {
    return told.stream()
        .filter(one -> alert.equals(one.labels().get("alertname")) && one.status() == status)
        .count();
  }

  /** Waits until the engine has asked for so many snapshots, and one evaluation has followed. */
  void awaitSnapshots(int count) {
    await(count + " syncs", () -> broker.control().requests("user/syncrequest").size() >= count);
    await("a price is subscribed again", () -> subscriptions() >= count);
  }

  private int subscriptions() {
    return broker.control().requests("md/subscribequote").size();
  }

  /**
   * Opens another account and lets it fall far: when it is locked, all that came before is done.
   */
  void awaitSecondLocked() {
    openSecondAccount();
    movePrice("-25");
    await("the second account is locked", () -> isLocked(SECOND));
  }

  /** True once so much time has passed from now. */
  static BooleanSupplier after(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return () -> System.nanoTime() >= end;
  }

  void faultOnAdmin(Fault fault, int times) {
    broker.control().fault(SET_ADMIN, fault, times);
  }

  /** Moves the price of ES by so many points; two contracts make 100 dollars a point. */
  void movePrice(String points) {
    var control = broker.control();
    control.setPrice("ESZ6", control.price("ESZ6").add(new BigDecimal(points)));
  }

  void stop() {
    if (engine != null) {
      engine.close();
      engine = null;
    }
  }

  /** Waits until so many shards have a snapshot and ask for the price. */
  void awaitQuoted(int shards) {
    await("prices are subscribed", () -> subscriptions() >= shards);
  }

  /** A person sets it back to Normal. */
  void release(long account) {
    broker.control().administer(account, Optional.of("Normal"));
  }

  boolean saysLocked(long account) {
    return told.stream()
        .filter(one -> Long.toString(account).equals(one.labels().get("account")))
        .anyMatch(one -> one.annotations().getOrDefault("done", "").startsWith("flat and locked"));
  }

  /** Another account like the first, in the middle of the day. */
  void openSecondAccount() {
    broker
        .control()
        .openAccount(
            Opening.account(SECOND, "EVAL-7002", "50000").evaluation("50000").holding("ESZ6", 2));
  }

  /** Another account of 50,000 that holds nothing and has lost down to this amount. */
  void openFlatAccount(String amount) {
    broker.control().openAccount(Opening.account(SECOND, "EVAL-7002", "50000").evaluation("50000"));
    broker.control().setCash(SECOND, new BigDecimal(amount));
  }

  boolean isLocked(long account) {
    return adminAction(account).equals("LockTradingImmediately");
  }

  long timesTold(long account) {
    return told.stream()
        .filter(one -> Long.toString(account).equals(one.labels().get("account")))
        .count();
  }

  /** As {@link #timesTold(long)}, once no more letters are on their way. */
  long timesToldInAll(long account) {
    long before;
    do {
      before = timesTold(account);
      LockSupport.parkNanos(500_000_000);
    } while (timesTold(account) != before);
    return before;
  }

  boolean wasTold(String alert) {
    return told.stream().anyMatch(one -> alert.equals(one.labels().get("alertname")));
  }

  String adminAction(long account) {
    return broker.control().account(account).adminAction().orElse("absent");
  }

  /** Waits for what must come; fails after thirty seconds, saying what was waited for. */
  static void await(String what, BooleanSupplier condition) {
    await(Duration.ofSeconds(30), what, condition);
  }

  static void await(Duration most, String what, BooleanSupplier condition) {
    long end = System.nanoTime() + most.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited in vain: " + what).isLessThan(end);
      LockSupport.parkNanos(5_000_000);
    }
  }

  @Override
  public void close() {
    stop();
    broker.close();
  }
}
