package io.plimsoll.engine.shard;

import io.plimsoll.engine.delivery.AccountRequests;
import io.plimsoll.engine.delivery.Notifier;
import io.plimsoll.engine.delivery.Outbox;
import io.plimsoll.engine.journal.Journal;
import io.plimsoll.engine.journal.Recorder;
import io.plimsoll.engine.journal.Source;
import io.plimsoll.engine.session.RuleSet;
import io.plimsoll.engine.store.Effect;
import io.plimsoll.engine.store.Letter;
import io.plimsoll.engine.store.Store;
import io.plimsoll.engine.tradovate.Allowance;
import io.plimsoll.engine.tradovate.Fetcher;
import io.plimsoll.engine.tradovate.Gateway;
import io.plimsoll.engine.tradovate.Hindrance;
import io.plimsoll.engine.tradovate.Oddities;
import io.plimsoll.engine.tradovate.Reads;
import io.plimsoll.engine.tradovate.Rest;
import io.plimsoll.engine.tradovate.Tokens;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The whole engine, put together: one store, one session with the broker, its shards. */
public final class Engine implements AutoCloseable {
  private final Store store;
  private final Rest rest;
  private final Fetcher fetcher;
  private final @Nullable Journal journal;
  private final Outbox outbox;
  private final List<Station> stations;
  private final ExecutorService couriers = Executors.newVirtualThreadPerTaskExecutor();

  private Engine(
      EngineSettings settings,
      RuleSet rules,
      Map<String, Notifier> notifiers,
      InstantSource clock,
      Store store) {
    this.store = store;
    var broker = settings.broker();
    var allowance = new Allowance(broker.limits(), clock, this::hindered);
    this.rest = new Rest(broker.rest(), broker.timeout(), allowance, clock);
    var tokens = new Tokens(rest, broker.credentials(), clock, this::hindered);
    var requests = new AccountRequests(rest, tokens, settings.actions());
    var oddities = new Oddities();
    this.fetcher = new Fetcher(new Reads(rest, tokens), oddities);
    this.journal = journal(settings, clock);
    var memory = store.remember();
    // Before any account that is held to them.
    var _ = store.commit(settings.plans().stream().<Effect>map(Effect.SavePlan::new).toList());
    this.outbox = new Outbox(notifiers, store, clock, this::givenUp);
    var shared =
        new Station.Shared(
            settings,
            rules,
            clock,
            store,
            outbox,
            requests,
            couriers,
            (sync, shard) ->
                new Gateway(
                    broker,
                    sync,
                    tokens,
                    fetcher,
                    allowance,
                    oddities,
                    clock,
                    tap(sync.shard()),
                    shard,
                    this::hindered));
    this.stations =
        IntStream.range(0, broker.following().shards())
            .mapToObj(number -> new Station(number, shared, memory))
            .toList();
    memory.letters().forEach(outbox::post);
  }

  /**
   * Opens the store and begins to follow the broker. The rules must have been compiled from the
   * settings' folders.
   *
   * @param notifiers by the receiver's name
   * @throws io.plimsoll.engine.store.StoreException when the data folder cannot be used
   */
  public static Engine start(
      EngineSettings settings,
      RuleSet rules,
      Map<String, Notifier> notifiers,
      InstantSource clock) {
    var engine = new Engine(settings, rules, notifiers, clock, Store.open(settings.dataFolder()));
    engine.stations.forEach(Station::start);
    return engine;
  }

  /**
   * Puts other rules in force, on each shard between two events. What was open stays open; nothing
   * is told again. A socket that does not follow all that the rules match is opened anew first.
   */
  public void reload(RuleSet rules) {
    stations.forEach(station -> station.reload(rules));
  }

  /**
   * Reads something of each shard, on the shard's own thread between two events; in the order of
   * the shards. An answer never comes once the engine is closed, so do not wait for it for ever.
   *
   * @param question must be quick: meanwhile nothing else happens on the shard
   */
  public <T> List<CompletableFuture<T>> ask(Function<ShardView, T> question) {
    return stations.stream().map(station -> station.ask(question)).toList();
  }

  /**
   * Carries out what a person orders, on the account's shard. The answer comes when it is decided;
   * what is sent to the broker follows. It never comes once the engine is closed.
   */
  public CompletableFuture<Command.Answer> order(Command command) {
    var answers =
        stations.stream()
            .filter(station -> station.mayHold(command.accountId()))
            .map(station -> station.order(command))
            .toList();
    return answers.isEmpty()
        ? CompletableFuture.completedFuture(
            new Command.Answer.Refused(
                "The account (%d) is not followed.".formatted(command.accountId())))
        : firstDone(answers);
  }

  /**
   * Where an account stands; empty for one that is not followed. The answer never comes once the
   * engine is closed.
   */
  public CompletableFuture<Optional<Standing>> standing(long account) {
    var answers = ask(view -> view.accounts().apply(account));
    return CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
        .thenApply(all ->
            answers.stream().map(CompletableFuture::join).flatMap(Optional::stream).findFirst());
  }

  /** Sharded by users, any shard may hold the account; one at most does. */
  private static CompletableFuture<Command.Answer> firstDone(
      List<CompletableFuture<Command.Answer>> answers) {
    return CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
        .thenApply(all ->
            answers.stream()
                .map(CompletableFuture::join)
                .filter(Command.Answer.Done.class::isInstance)
                .findFirst()
                .orElseGet(() -> answers.getFirst().join()));
  }

  private static @Nullable Journal journal(EngineSettings settings, InstantSource clock) {
    var kept = settings.journal();
    // Distinct from any other start in the same folder: its lock lets one engine in at a time.
    var start = Long.toString(clock.instant().toEpochMilli(), Character.MAX_RADIX);
    return kept == null
        ? null
        : Journal.open(settings.dataFolder().resolve("journal"), kept, start, clock);
  }

  private Gateway.Tap tap(int shard) {
    var recorder = journal == null ? Recorder.none() : journal.recorder(shard);
    return new Gateway.Tap() {
      @Override
      public void user(String frame) {
        recorder.take(Source.USER, frame);
      }

      @Override
      public void prices(String frame) {
        recorder.take(Source.PRICES, frame);
      }
    };
  }

  /** What concerns no account is told on the first shard. */
  private void givenUp(Letter letter) {
    stations.getFirst().tell(new Event.GivenUp(letter));
  }

  private void hindered(Hindrance hindrance) {
    stations.getFirst().tell(new Event.Hindered(hindrance));
  }

  /** Stops listening first, then lets what is decided reach the disk. */
  @Override
  public void close() {
    stations.forEach(Station::close);
    couriers.shutdown();
    outbox.close();
    store.close();
    if (journal != null) {
      journal.close();
    }
    fetcher.close();
    rest.close();
  }
}
