package io.plimsoll.bench;

import io.plimsoll.engine.Secret;
import io.plimsoll.engine.action.ActionSettings;
import io.plimsoll.engine.alert.Route;
import io.plimsoll.engine.alert.Stage;
import io.plimsoll.engine.alert.Stages;
import io.plimsoll.engine.book.Book;
import io.plimsoll.engine.book.PriceSource;
import io.plimsoll.engine.delivery.DeliveryResult;
import io.plimsoll.engine.journal.JournalSettings;
import io.plimsoll.engine.session.RuleLoad;
import io.plimsoll.engine.session.RuleSet;
import io.plimsoll.engine.shard.Engine;
import io.plimsoll.engine.shard.EngineSettings;
import io.plimsoll.engine.shard.ShardView;
import io.plimsoll.engine.tradovate.BrokerLimits;
import io.plimsoll.engine.tradovate.BrokerSettings;
import io.plimsoll.engine.tradovate.Credentials;
import io.plimsoll.engine.tradovate.Following;
import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** The real engine in this process, and all that the soak knows of it. */
final class EngineSide implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Chaos makes it synchronize more often than the published limits allow. */
  private static final BrokerLimits UNLIMITED = new BrokerLimits(10_000_000, 1_000_000, 10_000, 5);

  private final Engine engine;
  private final Path folder;
  private final LongAdder told;

  private EngineSide(Engine engine, Path folder, LongAdder told) {
    this.engine = engine;
    this.folder = folder;
    this.told = told;
  }

  /**
   * What a shard says of itself.
   *
   * @param answers false: it did not answer in ten seconds, and the rest says nothing
   * @param fed how much its sockets have told it
   * @param lastFed when they told it something last
   * @param entities how many it knows
   */
  record State(
      int shard, boolean answers, boolean isLive, long fed, Instant lastFed, long entities) {
    static State of(ShardView view) {
      return new State(
          view.number(), true, view.isLive(), view.fed(), view.lastFed(), count(view.book()));
    }

    private static long count(Book book) {
      long count = 0;
      for (var type : EntityType.values()) {
        count += book.all(type).size();
      }
      return count;
    }
  }

  /**
   * With the shipped rules, one plan for all accounts, and a receiver that counts.
   *
   * @throws IOException when the rules cannot be loaded
   */
  static EngineSide start(BrokerSide broker, Path folder, int shards, Stage stage)
      throws IOException {
    var rules = Path.of(System.getProperty("plimsoll.home", "")).resolve("rules").resolve("drl");
    var told = new LongAdder();
    var engine =
        Engine.start(
            settings(broker, folder, shards, stage, rules),
            load(rules),
            Map.of(
                "desk",
                _ -> {
                  told.increment();
                  return new DeliveryResult.Delivered();
                }),
            InstantSource.system());
    return new EngineSide(engine, folder, told);
  }

  private static RuleSet load(Path rules) throws IOException {
    return switch (RuleSet.load(List.of(rules))) {
      case RuleLoad.Loaded(var loaded) -> loaded;
      case RuleLoad.Refused refused ->
          throw new IOException("The rules in (%s) are refused: %s".formatted(rules, refused));
    };
  }

  private static EngineSettings settings(
      BrokerSide broker, Path folder, int shards, Stage stage, Path rules) {
    return new EngineSettings(
        "soak",
        folder,
        new BrokerSettings(
            broker.rest(),
            broker.socket(),
            broker.marketData(),
            new Credentials("demo", new Secret("demo"), "soak", "1", "soak", null, null),
            Following.spread(shards),
            Duration.ofMillis(2500),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            UNLIMITED),
        PriceSource.LAST,
        Duration.ofSeconds(10),
        List.of(rules),
        new Stages(stage, Map.of()),
        List.of(SoakPlan.OF_ALL),
        new ActionSettings(
            ActionSettings.By.ADMIN,
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            "RestrictedRiskRestriction"),
        new Route(List.of("desk"), true),
        JournalSettings.USUAL);
  }

  /** Of each shard, in their order. */
  List<State> states() throws InterruptedException {
    var answers = engine.ask(State::of);
    var states = new ArrayList<State>();
    for (int shard = 0; shard < answers.size(); shard++) {
      states.add(answer(answers.get(shard), new State(shard, false, false, 0, Instant.EPOCH, 0)));
    }
    return states;
  }

  boolean isLive() throws InterruptedException {
    return states().stream().allMatch(State::isLive);
  }

  /** All it holds of a type, by id, over all shards. */
  Map<Long, Entity> book(EntityType type) throws InterruptedException {
    Function<ShardView, List<Entity>> copy = view -> List.copyOf(view.book().all(type));
    var all = new HashMap<Long, Entity>();
    for (var answer : engine.ask(copy)) {
      answer(answer, List.of()).forEach(entity -> all.put(entity.id(), entity));
    }
    return all;
  }

  private static <T> T answer(CompletableFuture<T> from, T none) throws InterruptedException {
    try {
      return from.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException silent) {
      return none;
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug);
    }
  }

  /** Letters that were delivered. */
  long told() {
    return told.sum();
  }

  Path journal() {
    return folder.resolve("journal");
  }

  @Override
  public void close() {
    engine.close();
  }
}
