package io.plimsoll.engine.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.Secret;
import io.plimsoll.engine.book.Book;
import io.plimsoll.engine.book.PriceSource;
import io.plimsoll.engine.book.Valuation;
import io.plimsoll.engine.tradovate.Allowance;
import io.plimsoll.engine.tradovate.BrokerLimits;
import io.plimsoll.engine.tradovate.BrokerSettings;
import io.plimsoll.engine.tradovate.Credentials;
import io.plimsoll.engine.tradovate.Fetcher;
import io.plimsoll.engine.tradovate.Following;
import io.plimsoll.engine.tradovate.Gateway;
import io.plimsoll.engine.tradovate.Inbound;
import io.plimsoll.engine.tradovate.Missing;
import io.plimsoll.engine.tradovate.Oddities;
import io.plimsoll.engine.tradovate.Read;
import io.plimsoll.engine.tradovate.Reads;
import io.plimsoll.engine.tradovate.Rest;
import io.plimsoll.engine.tradovate.SyncRequest;
import io.plimsoll.engine.tradovate.Tokens;
import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.simulator.Simulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A gateway beside a simulator and the book that comes of it, kept as a shard keeps its own, but
 * without rules. Its time goes four times as fast, so a snapshot is complete after a quarter of a
 * second of quiet.
 */
final class Mirror implements AutoCloseable {
  static final Duration SILENCE = Duration.ofSeconds(2);
  private static final int SPEED = 4;
  private static final BigDecimal CENT = new BigDecimal("0.01");

  /** What the simulator keeps and sends in its snapshot. */
  static final Set<EntityType> TYPES =
      EnumSet.of(
          EntityType.ACCOUNT,
          EntityType.ACCOUNT_RISK_STATUS,
          EntityType.CASH_BALANCE,
          EntityType.MARGIN_SNAPSHOT,
          EntityType.POSITION,
          EntityType.ORDER,
          EntityType.ORDER_VERSION,
          EntityType.COMMAND,
          EntityType.COMMAND_REPORT,
          EntityType.EXECUTION_REPORT,
          EntityType.FILL,
          EntityType.FILL_PAIR,
          EntityType.CONTRACT,
          EntityType.CONTRACT_MATURITY,
          EntityType.PRODUCT,
          EntityType.CURRENCY);

  final List<String> downs = new CopyOnWriteArrayList<>();
  final AtomicInteger lives = new AtomicInteger();
  final AtomicInteger longestFrame = new AtomicInteger();
  final Oddities oddities = new Oddities();
  private final Simulator broker;
  private final Set<EntityType> types;
  private final Instant began = Instant.now();
  private final long nanos = System.nanoTime();
  private final InstantSource clock = () -> began.plusNanos(SPEED * (System.nanoTime() - nanos));
  private final FeedWatch feed = new FeedWatch(0, Duration.ofMinutes(1), began);
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final Set<Missing> asked = new HashSet<>();
  private final Rest rest;
  private final Reads reads;
  private final Fetcher fetcher;
  private final Gateway gateway;
  private Book book = new Book();

  static Mirror of(Simulator broker) {
    return new Mirror(broker, TYPES);
  }

  /** Asks the sync for these types only. */
  Mirror(Simulator broker, Set<EntityType> types) {
    this.broker = broker;
    this.types = types;
    var settings =
        new BrokerSettings(
            broker.restUri(),
            broker.socketUri(),
            broker.marketDataUri(),
            new Credentials("demo", new Secret("demo"), "test", "1", "mirror", null, null),
            Following.ALL,
            Duration.ofMillis(100),
            SILENCE,
            Duration.ofSeconds(3),
            BrokerLimits.PUBLISHED);
    var allowance = new Allowance(settings.limits(), clock, hindrance -> {});
    rest = new Rest(settings.rest(), settings.timeout(), allowance, clock);
    var tokens = new Tokens(rest, settings.credentials(), clock, hindrance -> {});
    reads = new Reads(rest, tokens);
    fetcher = new Fetcher(reads, oddities);
    gateway =
        new Gateway(
            settings,
            new SyncRequest(types, settings.following(), 0),
            tokens,
            fetcher,
            allowance,
            oddities,
            clock,
            new Measure(),
            inbound -> thread.execute(() -> fed(inbound)),
            hindrance -> {});
    var _ = thread.scheduleWithFixedDelay(this::tick, 5, 5, TimeUnit.MILLISECONDS);
    gateway.start();
  }

  private final class Measure implements Gateway.Tap {
    @Override
    public void user(String frame) {
      longestFrame.accumulateAndGet(frame.length(), Math::max);
    }

    @Override
    public void prices(String frame) {}
  }

  private void fed(Inbound inbound) {
    var now = clock.instant();
    switch (inbound) {
      case Inbound.Synchronizing(var types) -> feed.synchronizing(types, now);
      case Inbound.Down(var reason) -> {
        downs.add(reason);
        feed.lost(now);
      }
      case Inbound.Snapshot(var changes) -> {
        feed.part(changes, now);
        if (feed.isLive()) {
          changes.forEach(book::apply);
        }
      }
      case Inbound.Changes(var changes) -> {
        feed.changes(changes);
        if (feed.isLive()) {
          changes.forEach(book::apply);
        }
      }
      case Inbound.Fetched fetched -> {
        feed.fill(fetched);
        fetched.entities().forEach(book::fill);
        var _ = book.believe(fetched.answered());
      }
      case Inbound.Quotes(var quotes) -> quotes.forEach(book::apply);
      case Inbound.PricesDown _ -> book.forgetPrices();
      case Inbound.PricesUp _, Inbound.Unquoted _, Inbound.Worth _ -> {}
    }
  }

  private void tick() {
    var now = clock.instant();
    gateway.fetch(feed.gapsToFill(now));
    feed.complete(now)
        .ifPresent(fresh -> {
          fresh.inheritPrices(book);
          book = fresh;
          lives.incrementAndGet();
        });
    if (feed.isLive()) {
      gateway.follow(book.heldContracts());
      var missing = new HashSet<>(book.missing());
      asked.retainAll(missing);
      missing.removeIf(one -> !asked.add(one));
      gateway.fetch(missing);
    }
  }

  private <T> T inTurn(Callable<T> question) {
    try {
      return thread.submit(question).get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new AssertionError(failed);
    }
  }

  Set<Entity> all(EntityType type) {
    return inTurn(() -> new HashSet<>(book.all(type)));
  }

  Mirror awaitLive(int times) {
    Rig.await(times + " snapshots are complete", () -> lives.get() >= times);
    return this;
  }

  /** Waits until the book holds what the broker's has, and values each account as the broker. */
  void awaitBrokersBooks() {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    var differences = differences();
    while (!differences.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(30_000_000);
      differences = differences();
    }
    assertThat(differences).as("between the book and the broker's").isEmpty();
  }

  List<String> differences() {
    var differences = new ArrayList<String>();
    for (var type : types) {
      differences.addAll(differences(type));
    }
    for (var account : all(EntityType.ACCOUNT)) {
      var worth = inTurn(() -> worth(account.id()));
      var truth = broker.control().account(account.id()).equity();
      // Average prices are rounded, by each of them for itself.
      if (worth == null || worth.subtract(truth).abs().compareTo(CENT) >= 0) {
        differences.add("account %d is worth %s, not %s".formatted(account.id(), truth, worth));
      }
    }
    return differences;
  }

  List<String> differences(EntityType type) {
    if (!(reads.list(type) instanceof Read.Found<Entity>(var entities, var _, var _))) {
      return List.of("%s cannot be read".formatted(type));
    }
    var mine = all(type);
    var differences = new ArrayList<String>();
    entities.stream()
        .filter(one -> !mine.contains(one))
        .forEach(one -> differences.add("no " + one));
    mine.stream()
        .filter(one -> !entities.contains(one))
        .forEach(one -> differences.add("has " + one));
    return differences;
  }

  private BigDecimal worth(long account) {
    return book.account(account)
        .map(page -> new Valuation(book, PriceSource.LAST).read(page).equity())
        .map(equity -> equity.toBigDecimal())
        .orElse(null);
  }

  @Override
  public void close() {
    gateway.close();
    thread.shutdownNow();
    fetcher.close();
    rest.close();
  }
}
