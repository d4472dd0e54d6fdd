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
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.journal.JournalSettings;
import io.plimsoll.engine.risk.AccountSelector;
import io.plimsoll.engine.risk.Amount;
import io.plimsoll.engine.risk.Anchor;
import io.plimsoll.engine.risk.Breach;
import io.plimsoll.engine.risk.Conduct;
import io.plimsoll.engine.risk.Limits;
import io.plimsoll.engine.risk.LossLadder;
import io.plimsoll.engine.risk.MarginLadder;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.SessionClock;
import io.plimsoll.engine.risk.TrailingDrawdown;
import io.plimsoll.engine.risk.Until;
import io.plimsoll.engine.risk.WithoutPrices;
import io.plimsoll.engine.session.RuleLoad;
import io.plimsoll.engine.session.RuleSet;
import io.plimsoll.engine.tradovate.BrokerLimits;
import io.plimsoll.engine.tradovate.BrokerSettings;
import io.plimsoll.engine.tradovate.Credentials;
import io.plimsoll.engine.tradovate.Following;
import io.plimsoll.simulator.Settings;
import io.plimsoll.simulator.Simulator;
import io.plimsoll.simulator.ledger.Change;
import io.plimsoll.simulator.ledger.Opening;
import io.plimsoll.simulator.market.Instrument;
import io.plimsoll.simulator.rest.Fault;
import io.plimsoll.simulator.rest.RequestLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A real engine beside a real simulator, over real sockets, with the shipped rules. */
final class Rig implements AutoCloseable {
  static final long TRAILED = 7001;
  static final long SECOND = 7002;
  private static final String SET_ADMIN = "accountRiskStatus/setadminautoliqaction";
  private static final RuleSet RULES = rules(Path.of("../rules/drl"));

  final Simulator broker;
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
    var fields =
        JsonMapper.shared()
            .createObjectNode()
            .put("id", 1L)
            .put("userId", 2L)
            .put("accountId", TRAILED);
    broker.control().sendEntity("tradingPermission", Change.Kind.Created, fields);
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

  static RuleSet rules(Path folder) {
    return switch (RuleSet.load(List.of(folder))) {
      case RuleLoad.Loaded(var rules) -> rules;
      case RuleLoad.Refused refused -> throw new AssertionError(refused.toString());
    };
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
        List.of(plan()),
        new ActionSettings(
            ActionSettings.By.ADMIN,
            verifyWithin,
            Duration.ofSeconds(60),
            "RestrictedRiskRestriction"),
        new Route(List.of("desk"), true),
        JournalSettings.USUAL);
  }

  /** Two thousand below the highest equity; two percent of loss; the broker's own level. */
  private Plan plan() {
    var limits =
        new Limits(
            new TrailingDrawdown(
                new Amount.Fixed(Money.of(2000)),
                TrailingDrawdown.Basis.EQUITY,
                new TrailingDrawdown.Moves.AtTick(),
                new TrailingDrawdown.Cap.None(),
                Breach.AT_OR_BELOW,
                Restriction.LIQUIDATE_AND_LOCK,
                Until.A_PERSON),
            Anchor.BALANCE,
            Anchor.BALANCE,
            null,
            List.of(new LossLadder(percent("2"), percent("3"), null)),
            null,
            null,
            null,
            new MarginLadder(new BigDecimal(90), null, null),
            Restriction.LIQUIDATE_ONLY,
            Restriction.NONE,
            null,
            null,
            null,
            List.of());
    return new Plan(
        "rig",
        new AccountSelector("*", Set.of(), null, null),
        null,
        SessionClock.CME,
        limits,
        List.of(new BigDecimal(50), new BigDecimal(75), new BigDecimal(90)),
        new Conduct(withoutPrices, 1, null, false, Duration.ofSeconds(10)),
        null,
        Set.of(),
        "1");
  }

  private static Amount percent(String percent) {
    return new Amount.Percent(new BigDecimal(percent), Amount.Base.ANCHOR);
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

  /** The broker's cash of a new trade date of January 2026, as it comes after a reset. */
  void sendNewDay(String startOfDay, int day) {
    var amount = new BigDecimal(startOfDay);
    var fields =
        JsonMapper.shared()
            .createObjectNode()
            .put("id", 268_000_007_001L)
            .put("accountId", TRAILED)
            .put("timestamp", clock.instant().toString())
            .put("currencyId", 1)
            .put("amount", amount)
            .put("realizedPnL", 0)
            .put("amountSOD", amount);
    fields.putObject("tradeDate").put("year", 2026).put("month", 1).put("day", day);
    broker.control().sendEntity("cashBalance", Change.Kind.Created, fields);
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

  /** Waits until the store holds an open episode of the rule. */
  void awaitStored(String rule) {
    await("stored: " + rule, () -> stored("SELECT body FROM episode").contains(rule));
  }

  void awaitPeak(String peak) {
    var micros = new BigDecimal(peak).movePointRight(6).toBigIntegerExact().toString();
    await(
        "stored peak " + peak,
        () -> stored("SELECT body FROM account_state").contains("\"peak\":{\"micros\":" + micros));
  }

  private String stored(String sql) {
    var all = new StringBuilder();
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("plimsoll.db"));
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        all.append(rows.getString(1)).append('\n');
      }
    } catch (SQLException busy) {
      return "";
    }
    return all.toString();
  }

  /** As after a reset at the broker: its own maximum says nothing any more. */
  void forgetMaxNetLiq() {
    var fields =
        JsonMapper.shared()
            .createObjectNode()
            .put("id", TRAILED)
            .put("adminAction", "Normal")
            .put("adminTimestamp", "2026-01-01T00:00:00Z");
    broker.control().sendEntity("accountRiskStatus", Change.Kind.Updated, fields);
  }

  /** The broker knows of a price that the price socket has not told yet. */
  void tellMaximum(String amount) {
    var fields =
        JsonMapper.shared()
            .createObjectNode()
            .put("id", TRAILED)
            .put("maxNetLiq", new BigDecimal(amount));
    broker.control().sendEntity("accountRiskStatus", Change.Kind.Updated, fields);
  }

  /** The shipped rules and one of a user's that throws on a field that was not sent. */
  static RuleSet withThrowingRule(Path own) {
    return withOwn(
        own,
        """
        package my.rules
        import io.plimsoll.engine.tradovate.entity.Position
        import io.plimsoll.engine.session.Finding

        rule "mine.throws"
            @severity( INFO )
            @description( "Throws where a position has no previous price." )
            @runbook( "none" )
        when
            $position : Position( prevPrice.signum() > 0 )
        then
            insertLogical( Finding.onAccount( drools, $position.accountId() ) );
        end
        """);
  }

  static RuleSet withOwn(Path own, String drl) {
    try {
      Files.createDirectories(own);
      Files.writeString(own.resolve("mine.drl"), drl);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return switch (RuleSet.load(List.of(Path.of("../rules/drl"), own))) {
      case RuleLoad.Loaded(var rules) -> rules;
      case RuleLoad.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  /**
   * Opens another account and lets it fall far: when it is locked, all that came before is done.
   */
  void awaitSecondLocked() {
    openSecondAccount();
    movePrice("-25");
    await("the second account is locked", () -> isLocked(SECOND));
  }

  /** Waits until the engine has judged its first snapshot, which stores the account. */
  void awaitSnapshotTaken() {
    await("stored", () -> stored("SELECT body FROM account_state").contains("7001"));
  }

  /** True once so much time has passed from now. */
  static BooleanSupplier after(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return () -> System.nanoTime() >= end;
  }

  void sendPosition(long id, int netPos, String tradeDate) {
    broker.control().sendEntity("position", Change.Kind.Created, position(id, netPos, tradeDate));
  }

  private ObjectNode position(long id, int netPos, String tradeDate) {
    var date = LocalDate.parse(tradeDate);
    var fields =
        JsonMapper.shared()
            .createObjectNode()
            .put("id", id)
            .put("accountId", TRAILED)
            .put("contractId", Instrument.ES.contractId())
            .put("timestamp", clock.instant().toString())
            .put("netPos", netPos)
            .put("netPrice", broker.control().price("ESZ6"));
    fields
        .putObject("tradeDate")
        .put("year", date.getYear())
        .put("month", date.getMonthValue())
        .put("day", date.getDayOfMonth());
    return fields;
  }

  /** The cash of a new trade date, as the broker sends it on its own. */
  void sendCash(BigDecimal amount) {
    broker.control().sendEntity("cashBalance", Change.Kind.Created, cash(amount));
  }

  /** A further answer to the sync request, as a server that splits its snapshot may send it. */
  void sendLateSnapshotPart(BigDecimal amount) {
    var part = JsonMapper.shared().createObjectNode().put("s", 200).put("i", 1);
    part.putObject("d").putArray("cashBalances").add(cash(amount));
    broker.control().sendFrame("a[" + part + "]");
  }

  private ObjectNode cash(BigDecimal amount) {
    var row =
        JsonMapper.shared()
            .createObjectNode()
            .put("id", 999_000)
            .put("accountId", TRAILED)
            .put("timestamp", clock.instant().toString())
            .put("currencyId", 1)
            .put("amount", amount);
    row.putObject("tradeDate").put("year", 2099).put("month", 1).put("day", 1);
    return row;
  }

  /** The shipped rules and one of a user's that asks for the same as the trailing drawdown's. */
  static RuleSet withActingRule(Path own) {
    return withOwn(
        own,
        """
        package my.rules
        import io.plimsoll.engine.fact.AccountRisk
        import io.plimsoll.engine.fact.Level
        import io.plimsoll.engine.session.Finding

        rule "mine.floor"
            @severity( CRITICAL )
            @description( "At the floor." )
            @runbook( "none" )
        when
            $risk : AccountRisk( trailing == Level.REACHED )
        then
            insertLogical( Finding.of( drools, $risk ).asks( $risk.trailingConsequence() ) );
        end
        """);
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

  List<Integer> remaindersAsked() {
    return broker.control().requests("user/syncrequest").stream()
        .map(RequestLog.Entry::body)
        .filter(body -> body.has("shardingExpression"))
        .map(body -> body.path("shardingExpression").path("remainder").asInt())
        .toList();
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

  List<String> adminActionsSent(long account) {
    return broker.control().requests(SET_ADMIN).stream()
        .map(RequestLog.Entry::body)
        .filter(body -> body.path("accountId").asLong(0) == account)
        .map(body -> body.path("adminAction").asString("?"))
        .toList();
  }

  List<String> adminActionsSent() {
    return broker.control().requests(SET_ADMIN).stream()
        .map(RequestLog.Entry::body)
        .map(body -> body.path("adminAction").asString("?"))
        .toList();
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
