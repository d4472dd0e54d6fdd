package io.plimsoll.engine.shard;

import io.plimsoll.engine.action.ActionSettings;
import io.plimsoll.engine.alert.Messages;
import io.plimsoll.engine.alert.Route;
import io.plimsoll.engine.alert.Stage;
import io.plimsoll.engine.alert.Stages;
import io.plimsoll.engine.book.PriceSource;
import io.plimsoll.engine.delivery.Outbox;
import io.plimsoll.engine.fact.Scope;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.Risk;
import io.plimsoll.engine.risk.Windows;
import io.plimsoll.engine.session.Finding.Identity;
import io.plimsoll.engine.session.ResilientSession;
import io.plimsoll.engine.store.Effect;
import io.plimsoll.engine.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The desk of a rehearsal from one start to the next, put together as a {@link Station} does, on
 * what the store remembers. All rules are in stage act. One thread, the caller's.
 */
final class Life implements AutoCloseable {
  private static final int SHARD = 0;
  private static final Scope WHERE = new Scope.OfShard(SHARD);
  private static final Duration STALE_AFTER = Duration.ofSeconds(10);
  private static final ActionSettings ACTIONS =
      new ActionSettings(
          ActionSettings.By.ADMIN,
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          "RestrictedRiskRestriction");

  private final Store store;
  private final Outbox outbox;
  private final ResilientSession session;
  private final FeedWatch feed;
  private final Accounts accounts;
  private final Episodes episodes;
  private final Desk desk;

  /** A new life, the first or after a restart. */
  Life(Rehearsal.Setup setup, ActionDesk.Courier courier, Desk.Eye eye, Instant now) {
    this.store = Store.open(setup.folder());
    if (!setup.known().isEmpty()) {
      store.commit(setup.known().stream().<Effect>map(Effect.SaveAccount::new).toList()).join();
    }
    var memory = store.remember();
    var _ = store.commit(setup.plans().stream().<Effect>map(Effect.SavePlan::new).toList());
    var rules = setup.rules();
    this.outbox = new Outbox(Map.of(), store, () -> now, letter -> {});
    this.session = new ResilientSession(rules);
    this.feed = new FeedWatch(SHARD, STALE_AFTER, now);
    this.accounts = new Accounts(setup.plans(), memory, true);
    this.episodes =
        new Episodes(new Stages(Stage.ACT, Map.of()), rules.version(), memory.episodes());
    var alerts =
        new AlertDesk(new Messages("rehearsal", new Route(List.of(), false)), rules, outbox);
    // The broker is always heard of.
    var actions = new ActionDesk(ACTIONS, courier, episodes, () -> Duration.ZERO);
    var cash = new CashDesk();
    var appraiser = new Appraiser(accounts, PriceSource.LAST, true, new Worths(1), actions, cash);
    var judge = new Judge(WHERE, accounts, appraiser, session, episodes, alerts, actions);
    var commands = new CommandDesk(accounts, episodes, judge);
    this.desk = new Desk(SHARD, feed, accounts, judge, commands, cash, eye, now);
  }

  void handle(Event event, Instant now) {
    commit(out -> desk.handle(event, now, out));
  }

  void tick(Instant now) {
    commit(out -> desk.tick(now, out));
  }

  private void commit(Consumer<Outcome> event) {
    var out = new Outcome();
    event.accept(out);
    out.commitAndWait(store);
  }

  /** When the plans next want an evaluation though nothing came in. */
  Instant nextBoundary(Instant now) {
    var next = accounts.nextBoundary(now);
    for (var watch : watches()) {
      var at = Windows.next(watch.now, now);
      next = at != null && at.isBefore(next) ? at : next;
    }
    return next;
  }

  boolean isLive() {
    return feed.isLive();
  }

  /** Whether numbers have still to settle, and may by then, before they count. */
  boolean settlesBy(Instant end) {
    var watches = watches();
    return watches.size() < accounts.book().accounts().size()
        || watches.stream().anyMatch(watch -> watch.again != null && !watch.again.isAfter(end));
  }

  /** Whether some account action is under way. */
  boolean isActing() {
    return watches().stream().anyMatch(watch -> watch.action != null);
  }

  /** The resets and closes up to now have no effect. */
  void passOver(Instant now) {
    watches().forEach(watch -> watch.become(Risk.passedOver(watch.risk, watch.plan, now)));
  }

  void earned(long account, List<Money> profits, Instant now) {
    var watch = accounts.watch(account);
    if (watch != null) {
      watch.become(watch.risk.earned(profits, watch.plan.session().sessionDate(now)));
      commit(out -> desk.judge(account, now, out));
    }
  }

  private List<Watch> watches() {
    var known = new ArrayList<Watch>();
    for (long id : accounts.book().accounts()) {
      var watch = accounts.watch(id);
      if (watch != null) {
        known.add(watch);
      }
    }
    return known;
  }

  /** Empty for an account that the broker has not sent, or that was not judged yet. */
  Optional<Rehearsed> show(long account, Map<String, Integer> sent) {
    return watches().stream()
        .filter(watch -> watch.accountId == account)
        .findFirst()
        .map(watch ->
            new Rehearsed(
                watch.figures(),
                watch.fact(),
                watch.risk,
                watch.plan,
                watch.custody,
                watch.view,
                findings(account),
                sent));
  }

  private SortedSet<String> findings(long account) {
    var names = new TreeSet<String>();
    episodes.of(account).forEach(episode -> names.add(name(episode.identity())));
    episodes.of(WHERE).forEach(episode -> names.add(name(episode.identity())));
    return names;
  }

  private static String name(Identity identity) {
    return identity.subject().isEmpty()
        ? identity.rule()
        : identity.rule() + "/" + identity.subject();
  }

  /** As the end of a shard: what is remembered reaches the store. */
  @Override
  public void close() {
    commit(desk::flush);
    outbox.close();
    store.close();
    session.close();
  }
}
