package io.plimsoll.engine.shard;

import io.plimsoll.engine.alert.Messages;
import io.plimsoll.engine.delivery.AccountRequests;
import io.plimsoll.engine.delivery.Outbox;
import io.plimsoll.engine.fact.Scope;
import io.plimsoll.engine.session.ResilientSession;
import io.plimsoll.engine.session.RuleSet;
import io.plimsoll.engine.store.Memory;
import io.plimsoll.engine.store.Store;
import io.plimsoll.engine.tradovate.Following;
import io.plimsoll.engine.tradovate.Gateway;
import io.plimsoll.engine.tradovate.Inbound;
import io.plimsoll.engine.tradovate.Missing;
import io.plimsoll.engine.tradovate.SyncRequest;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/** One shard put together: its eye on the broker, its thread, its rule session. */
final class Station implements AutoCloseable {
  /** What every account's numbers and actions need, whatever the rules match. */
  private static final Set<EntityType> ALWAYS =
      EnumSet.of(
          EntityType.ACCOUNT,
          EntityType.ACCOUNT_RISK_STATUS,
          EntityType.CASH_BALANCE,
          EntityType.MARGIN_SNAPSHOT,
          EntityType.POSITION,
          EntityType.ORDER,
          EntityType.CONTRACT,
          EntityType.CONTRACT_MATURITY,
          EntityType.PRODUCT,
          EntityType.CURRENCY,
          EntityType.USER_ACCOUNT_AUTO_LIQ);

  private final int number;
  private final Following following;
  private final ResilientSession session;
  private final Shard shard;
  private final Gateway gateway;

  /** What all shards share. */
  record Shared(
      EngineSettings settings,
      RuleSet rules,
      InstantSource clock,
      Store store,
      Outbox outbox,
      AccountRequests requests,
      Executor couriers,
      GatewayMaker gateways) {}

  /** Makes the gateway that feeds a shard. */
  @FunctionalInterface
  interface GatewayMaker {
    Gateway make(SyncRequest sync, Consumer<Inbound> shard);
  }

  Station(int number, Shared shared, Memory all) {
    this.number = number;
    this.following = shared.settings().broker().following();
    this.session = new ResilientSession(shared.rules());
    var memory = memory(all, shared.settings().broker().following());
    this.shard =
        new Shard(number, shared.clock(), shared.store(), made -> desk(made, shared, memory));
    var sync =
        new SyncRequest(types(shared.rules()), shared.settings().broker().following(), number);
    var own = new OwnAlerts(shared.settings().broker().following(), number);
    this.gateway = shared.gateways().make(sync, inbound -> shard.feed(own.of(inbound)));
  }

  /** What this shard has to know; what a shard left behind that is no more falls to the first. */
  private Memory memory(Memory all, Following following) {
    return new Memory(
        all.accounts().stream().filter(one -> following.mayHold(number, one.accountId())).toList(),
        all.episodes().stream()
            .filter(one ->
                switch (one.identity().scope()) {
                  case Scope.OfAccount(var id) -> following.mayHold(number, id);
                  case Scope.OfShard(var past) ->
                      past == number || (number == 0 && past >= following.shards());
                })
            .toList(),
        all.actions().stream().filter(one -> following.mayHold(number, one.accountId())).toList(),
        List.of(),
        all.plans());
  }

  private Desk desk(Shard made, Shared shared, Memory memory) {
    var settings = shared.settings();
    var accounts = new Accounts(settings.plans(), memory, following.isKnownBeforehand());
    var messages = new Messages(settings.env(), settings.route());
    var alerts = new AlertDesk(messages, shared.rules(), shared.outbox());
    var episodes = new Episodes(settings.stages(), shared.rules().version(), memory.episodes());
    var couriers = new Couriers(shared.requests(), shared.couriers(), made);
    var actions = new ActionDesk(settings.actions(), couriers, episodes, () -> gateway().silence());
    var broker = settings.broker();
    var cash = new CashDesk();
    var appraiser =
        new Appraiser(
            accounts,
            settings.price(),
            broker.marketData() != null,
            new Worths(broker.following().shards()),
            actions,
            cash);
    var judge =
        new Judge(
            new Scope.OfShard(number), accounts, appraiser, session, episodes, alerts, actions);
    var now = shared.clock().instant();
    var feed = new FeedWatch(number, settings.staleAfter(), now);
    var commands = new CommandDesk(accounts, episodes, judge);
    return new Desk(number, feed, accounts, judge, commands, cash, new Eye(), now);
  }

  private Gateway gateway() {
    return gateway;
  }

  /** The gateway is made last, since it feeds the shard; until then nothing is asked of it. */
  private final class Eye implements Desk.Eye {
    @Override
    public void follow(Set<Long> contracts) {
      gateway.follow(contracts);
    }

    @Override
    public void fetch(Set<Missing> missing) {
      gateway.fetch(missing);
    }

    @Override
    public void worth(long account) {
      gateway.worth(account);
    }

    @Override
    public void require(Set<EntityType> types) {
      gateway.require(types);
    }

    @Override
    public void resync(String reason) {
      gateway.resync(reason);
    }
  }

  static Set<EntityType> types(RuleSet rules) {
    var types = EnumSet.copyOf(ALWAYS);
    for (var type : EntityType.values()) {
      if (rules.factTypes().contains(type.type())) {
        types.add(type);
      }
    }
    return types;
  }

  void start() {
    shard.start();
    gateway.start();
  }

  /** Other rules from now on, as soon as all that they match is known. */
  void reload(RuleSet rules) {
    shard.tell(new Event.Reload(rules, types(rules)));
  }

  /** From any thread. */
  void tell(Event event) {
    shard.tell(event);
  }

  /** See {@link Engine#ask}. */
  <T> CompletableFuture<T> ask(Function<ShardView, T> question) {
    var answer = new CompletableFuture<T>();
    shard.tell(
        new Event.Asked(view -> {
          try {
            answer.complete(question.apply(view));
          } catch (RuntimeException bug) {
            answer.completeExceptionally(bug);
          }
        }));
    return answer;
  }

  /** See {@link Engine#order}. */
  CompletableFuture<Command.Answer> order(Command command) {
    var answer = new CompletableFuture<Command.Answer>();
    shard.tell(new Event.Ordered(command, answer::complete));
    return answer;
  }

  /** Whether the account can be of this shard. */
  boolean mayHold(long account) {
    return following.mayHold(number, account);
  }

  /** Stops listening first, then lets what is decided reach the store. */
  @Override
  public void close() {
    gateway.close();
    shard.close();
    session.close();
  }
}
