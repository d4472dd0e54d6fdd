package io.plimsoll.engine.shard;

import io.plimsoll.engine.action.AccountView;
import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.alert.Messages;
import io.plimsoll.engine.delivery.AccountRequests;
import io.plimsoll.engine.delivery.Notifier;
import io.plimsoll.engine.delivery.Outbox;
import io.plimsoll.engine.fact.Scope;
import io.plimsoll.engine.session.ResilientSession;
import io.plimsoll.engine.session.RuleSet;
import io.plimsoll.engine.store.Letter;
import io.plimsoll.engine.store.Memory;
import io.plimsoll.engine.store.Store;
import io.plimsoll.engine.tradovate.Allowance;
import io.plimsoll.engine.tradovate.Answer;
import io.plimsoll.engine.tradovate.Gateway;
import io.plimsoll.engine.tradovate.Oddities;
import io.plimsoll.engine.tradovate.Rest;
import io.plimsoll.engine.tradovate.Standing;
import io.plimsoll.engine.tradovate.SyncRequest;
import io.plimsoll.engine.tradovate.Tokens;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** The whole engine, put together: one store, one session with the broker, one shard. */
public final class Engine implements AutoCloseable {
  private static final int SHARD = 0;
  private static final int SHARDS = 1;

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
          EntityType.CURRENCY);

  private final EngineSettings settings;
  private final RuleSet rules;
  private final InstantSource clock;
  private final Store store;
  private final Rest rest;
  private final Outbox outbox;
  private final AccountRequests requests;
  private final ResilientSession session;
  private final Shard shard;
  private final Gateway gateway;
  private final ExecutorService couriers = Executors.newVirtualThreadPerTaskExecutor();

  private Engine(
      EngineSettings settings,
      RuleSet rules,
      Map<String, Notifier> notifiers,
      InstantSource clock,
      Store store) {
    this.settings = settings;
    this.rules = rules;
    this.clock = clock;
    this.store = store;
    var allowance = new Allowance(settings.broker().limits(), clock, this::stands);
    this.rest = new Rest(settings.broker().rest(), settings.broker().timeout(), allowance, clock);
    var tokens = new Tokens(rest, settings.broker().credentials(), clock, this::stands);
    this.requests = new AccountRequests(rest, tokens, settings.actions());
    this.session = new ResilientSession(rules);
    var memory = store.remember();
    this.outbox = new Outbox(notifiers, store, clock, this::givenUp);
    this.shard = new Shard(SHARD, clock, store, made -> desk(made, memory));
    this.gateway =
        new Gateway(
            settings.broker(),
            new SyncRequest(types(rules), SHARD, SHARDS),
            tokens,
            allowance,
            new Oddities(),
            clock,
            shard::feed,
            this::stands);
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
    engine.shard.start();
    engine.gateway.start();
    return engine;
  }

  private Desk desk(Shard made, Memory memory) {
    var accounts = new Accounts(settings.plans(), memory);
    var alerts = new AlertDesk(new Messages(settings.env(), settings.route()), rules, outbox);
    var episodes = new Episodes(settings.stages(), rules.version(), memory.episodes());
    var judge =
        new Judge(
            new Scope.OfShard(SHARD),
            accounts,
            settings.price(),
            session,
            episodes,
            alerts,
            new ActionDesk(settings.actions(), new Couriers(made), episodes));
    var feed = new FeedWatch(SHARD, settings.staleAfter(), clock.instant());
    return new Desk(SHARD, feed, accounts, judge, contracts -> gateway().follow(contracts));
  }

  private Gateway gateway() {
    return gateway;
  }

  private void givenUp(Letter letter) {
    shard.tell(new Event.GivenUp(letter));
  }

  /** What concerns no account is told on the first shard. */
  private void stands(Standing standing) {
    shard.tell(new Event.Stands(standing));
  }

  private static Set<EntityType> types(RuleSet rules) {
    var types = EnumSet.copyOf(ALWAYS);
    for (var type : EntityType.values()) {
      if (rules.factTypes().contains(type.type())) {
        types.add(type);
      }
    }
    return types;
  }

  private final class Couriers implements ActionDesk.Courier {
    private final Shard to;
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();

    Couriers(Shard to) {
      this.to = to;
    }

    @Override
    public void committed(Action action) {
      to.tell(new Event.Committed(action.accountId(), action.key()));
    }

    @Override
    public void ended(String actionKey) {
      wanted.remove(actionKey);
    }

    @Override
    public void send(Action action, AccountView view) {
      wanted.add(action.key());
      try {
        couriers.execute(
            () -> to.tell(new Event.Answered(action.accountId(), action.key(), ask(action, view))));
      } catch (RejectedExecutionException closed) {
        // Not sent; the next life reads back and decides.
      }
    }

    /** A bug on the way leaves it in doubt, never unanswered. */
    private Answer ask(Action action, AccountView view) {
      try {
        return requests.send(action, view, () -> wanted.contains(action.key()));
      } catch (RuntimeException bug) {
        return new Answer.Unclear("not known whether it was sent: " + bug);
      }
    }
  }

  /** Stops listening first, then lets what is decided reach the disk. */
  @Override
  public void close() {
    gateway.close();
    shard.close();
    couriers.shutdown();
    outbox.close();
    store.close();
    session.close();
    rest.close();
  }
}
