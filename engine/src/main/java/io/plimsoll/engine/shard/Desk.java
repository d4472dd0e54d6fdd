package io.plimsoll.engine.shard;

import io.plimsoll.engine.book.Book;
import io.plimsoll.engine.fact.Scope;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.session.Finding.Identity;
import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.Inbound;
import io.plimsoll.engine.tradovate.Missing;
import io.plimsoll.engine.tradovate.entity.CashBalanceLog;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a shard does with each event: feed the book, judge the accounts it touches, follow up. */
final class Desk {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
  private static final Duration FLUSH = Duration.ofMillis(100);

  /** What could not be read then may be readable now. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  private final int shard;
  private final FeedWatch feed;
  private final Accounts accounts;
  private final Judge judge;
  private final CommandDesk commands;
  private final CashDesk cash;
  private final Eye eye;
  private final BrokerFindings broker;
  private Event.@Nullable Reload reloading;
  private Set<EntityType> followed = Set.of();
  private boolean mustLook;

  /** Asked for over REST and not answered yet, so not asked for a second time. */
  private final Set<Missing> reading = new HashSet<>();

  /** What the broker did not answer. It is asked for again, so long after. */
  private final Set<Missing> unread = new HashSet<>();

  private Instant unreadSince = Instant.EPOCH;
  private long fed;
  private Instant lastFed;
  private Instant lastTick = Instant.EPOCH;
  private Instant flushed = Instant.EPOCH;
  private Instant boundary = Instant.EPOCH;
  private Instant looked = Instant.EPOCH;

  /** What the shard asks of its gateway. */
  interface Eye {
    /** Subscribes exactly the prices of these contracts. */
    void follow(Set<Long> contracts);

    /** Reads these over REST; what is found comes back as {@link Inbound.Fetched}. */
    void fetch(Set<Missing> missing);

    /** Asks what the broker reckons the account to be worth; comes as {@link Inbound.Worth}. */
    void worth(long account);

    /** Follows these types too, over a new socket when need be. */
    void require(Set<EntityType> types);

    /** Gives the socket up for this reason; a new one brings a whole snapshot. */
    void resync(String reason);
  }

  Desk(
      int shard,
      FeedWatch feed,
      Accounts accounts,
      Judge judge,
      CommandDesk commands,
      CashDesk cash,
      Eye eye,
      Instant now) {
    this.commands = commands;
    this.cash = cash;
    this.shard = shard;
    this.lastFed = now;
    this.feed = feed;
    this.accounts = accounts;
    this.judge = judge;
    this.eye = eye;
    this.broker = new BrokerFindings(new Scope.OfShard(shard));
  }

  void handle(Event event, Instant now, Outcome out) {
    switch (event) {
      case Event.Fed(var inbound) -> {
        fed++;
        lastFed = now;
        orResync(now, () -> fed(inbound, now, out));
      }
      case Event.Committed(var account, var key) ->
          judge.committed(accounts.watch(account), key, feed.isLive(), now, out);
      case Event.Answered(var account, var key, var answer) ->
          judge.answered(accounts.watch(account), key, answer, feed.isLive(), now, out);
      case Event.Reload reload -> {
        reloading = reload;
        eye.require(reload.needed());
      }
      case Event.Ordered(var command, var answer) -> {
        switch (commands.carryOut(command, feed.isLive(), now, out)) {
          // Not before it is on the disk.
          case Command.Answer.Done done -> out.then(() -> answer.accept(done));
          case Command.Answer.Refused refused -> answer.accept(refused);
        }
      }
      case Event.Asked(var question) -> question.accept(view());
      case Event.Hindered(var hindrance) ->
          broker.hear(hindrance, now).ifPresent(identity -> judge.own(identity, now, out));
      case Event.GivenUp(var letter) -> {
        var identity =
            new Identity(
                EngineRules.LETTER_DEAD,
                new Scope.OfShard(shard),
                letter.notification().receiver());
        judge.own(identity, now, out);
      }
    }
  }

  /**
   * How much was taken in of what fails half-way nobody knows, so the book is believed no more and
   * all is synchronized anew. The link backs off, should that fail each time.
   */
  private void orResync(Instant now, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException bug) {
      boolean isOnItsWay = feed.isLost();
      feed.lost(now);
      if (!isOnItsWay) {
        eye.resync("an event could not be handled: " + bug);
      }
      throw bug;
    }
  }

  private ShardView view() {
    return new ShardView(
        shard,
        judge.rulesInForce(),
        feed.isLive(),
        fed,
        lastFed,
        accounts.book(),
        account -> accounts.standing(account, feed.isLive()));
  }

  private void fed(Inbound inbound, Instant now, Outcome out) {
    switch (inbound) {
      case Inbound.Synchronizing(var types) -> {
        followed = types;
        reading.clear();
        unread.clear();
        feed.synchronizing(types, now);
      }
      case Inbound.Down(var reason) -> feed.lost(now);
      case Inbound.Snapshot(var changes) -> {
        feed.part(changes, now);
        if (feed.isLive()) {
          changed(feed.late(changes, accounts.book()), now, out);
        }
      }
      case Inbound.Changes(var changes) -> {
        feed.changes(changes);
        if (feed.isLive()) {
          changed(changes, now, out);
        }
      }
      case Inbound.Fetched fetched -> {
        reading.removeAll(fetched.asked());
        if (unread.addAll(fetched.unread())) {
          unreadSince = now;
        }
        feed.fill(fetched);
        if (feed.isLive()) {
          cash.answered(fetched.answered());
          fetched(fetched, now, out);
        }
      }
      case Inbound.Quotes(var quotes) -> {
        var touched = new HashSet<Long>();
        quotes.forEach(quote -> touched.addAll(accounts.book().apply(quote)));
        if (feed.isLive() && !touched.isEmpty()) {
          judge.judge(touched, now, out);
        }
      }
      case Inbound.Unquoted(var contract) -> {
        var touched = accounts.book().refuseQuotes(contract);
        if (feed.isLive()) {
          judge.judge(touched, now, out);
        }
      }
      case Inbound.Worth(var account, var netLiq) -> {
        if (feed.isLive()) {
          judge.worth(account, Money.of(netLiq), now, out);
        }
      }
      case Inbound.PricesUp() -> mustLook = true;
      case Inbound.PricesDown(var reason) -> {
        accounts.book().forgetPrices();
        if (feed.isLive()) {
          judge.judge(accounts.book().accounts(), now, out);
        }
      }
    }
  }

  private void changed(List<EntityChange> changes, Instant now, Outcome out) {
    var touched = new HashSet<Long>();
    changes.forEach(change -> touched.addAll(touchedBy(accounts.book().apply(change))));
    judge.judge(touched, now, out);
  }

  private void fetched(Inbound.Fetched fetched, Instant now, Outcome out) {
    var book = accounts.book();
    var touched = new HashSet<Long>();
    for (var found : fetched.entities()) {
      if (found.entity() instanceof CashBalanceLog line) {
        cash.hear(line);
        touched.add(line.accountId());
      }
      // A log is long, and kept only where some rule matches it.
      if (!(found.entity() instanceof CashBalanceLog)
          || followed.contains(EntityType.CASH_BALANCE_LOG)) {
        touched.addAll(touchedBy(book.fill(found)));
      }
    }
    touched.addAll(book.believe(fetched.answered()));
    var notRead = notRead();
    fetched.asked().stream()
        .map(Missing::type)
        .distinct()
        .filter(type -> !notRead.contains(type))
        .forEach(type -> book.dropKept(type).forEach(effect -> touched.addAll(touchedBy(effect))));
    judge.judge(touched, now, out);
  }

  /** The types of which something is not known, since the broker has not answered. */
  private Set<EntityType> notRead() {
    return Stream.concat(reading.stream(), unread.stream())
        .map(Missing::type)
        .collect(Collectors.toSet());
  }

  private Set<Long> touchedBy(Book.Effect effect) {
    return switch (effect) {
      case Book.Effect.Nothing() -> Set.of();
      case Book.Effect.Doubtful(var account) -> {
        mustLook = true;
        yield Set.of(account);
      }
      case Book.Effect.Changed changed -> {
        judge.put(changed);
        var account = changed.account();
        if (changed.type() == EntityType.ACCOUNT && accounts.watch(changed.id()) == null) {
          fetch(Missing.beyondSnapshots(followed, changed.id()));
        }
        mustLook |= account == null || changed.now() == null || changed.now() instanceof Position;
        yield account == null
            ? accounts.book().restingOn(changed.type(), changed.id())
            : Set.of(account);
      }
    };
  }

  /** Judges an account of which something changed that no event told. */
  void judge(long account, Instant now, Outcome out) {
    judge.judge(Set.of(account), now, out);
  }

  void tick(Instant now, Outcome out) {
    if (now.isBefore(lastTick)) {
      LOG.atWarn().setMessage("the clock was set back").addKeyValue("from", lastTick).log();
      flushed = Instant.EPOCH;
      boundary = Instant.EPOCH;
      looked = Instant.EPOCH;
      unreadSince = Instant.EPOCH;
      feed.clockSetBack(now);
    }
    lastTick = now;
    fetch(feed.gapsToFill(now));
    feed.complete(now).ifPresent(book -> orResync(now, () -> live(book, now, out)));
    judge.feed(feed.fact(now), now, out);
    broker.over(now).forEach(identity -> judge.over(identity, now, out));
    if (feed.isLive()) {
      reload(now, out);
      if (!now.isBefore(boundary)) {
        boundary = accounts.nextBoundary(now);
        judge.judge(accounts.book().accounts(), now, out);
      }
      judge.followTime(now, out);
      judge.nextWorth(now).ifPresent(eye::worth);
      fetch(cash.takeWanted());
      if (mustLook || Duration.between(looked, now).compareTo(LOOK_AGAIN) >= 0) {
        mustLook = false;
        looked = now;
        var held = accounts.book().heldContracts();
        accounts.book().keepPrices(held);
        eye.follow(held);
        var missing = new HashSet<>(accounts.book().missing());
        missing.removeAll(unread);
        fetch(missing);
      }
    }
    if (feed.isLive()
        && !unread.isEmpty()
        && Duration.between(unreadSince, now).compareTo(LOOK_AGAIN) >= 0) {
      fetch(Set.copyOf(unread));
    }
    if (Duration.between(flushed, now).compareTo(FLUSH) >= 0) {
      flushed = now;
      flush(out);
    }
  }

  /**
   * New rules wait until all that they match is known: a fact not yet sent must not look like one
   * that does not exist.
   */
  private void reload(Instant now, Outcome out) {
    var next = reloading;
    if (next != null && followed.containsAll(next.needed())) {
      reloading = null;
      judge.become(next.rules(), now, out);
      LOG.atInfo()
          .setMessage("rules reloaded")
          .addKeyValue("shard", shard)
          .addKeyValue("version", next.rules().version())
          .addKeyValue("rules", next.rules().rules().size())
          .log();
    }
  }

  private void fetch(Set<Missing> missing) {
    var fresh = new HashSet<>(missing);
    fresh.removeAll(reading);
    if (!fresh.isEmpty()) {
      unread.removeAll(fresh);
      reading.addAll(fresh);
      eye.fetch(fresh);
    }
  }

  /** The new snapshot takes the place of all that was known; then everything is judged once. */
  private void live(Book fresh, Instant now, Outcome out) {
    // What no snapshot has and could not be read is not gone.
    notRead().stream()
        .filter(EntityType::isReadForAccounts)
        .forEach(type -> fresh.keep(type, accounts.book()));
    judge.replace(accounts.book(), fresh);
    accounts.replaceBook(fresh);
    boundary = accounts.nextBoundary(now);
    mustLook = true;
    LOG.atInfo()
        .setMessage("snapshot complete")
        .addKeyValue("shard", shard)
        .addKeyValue("accounts", fresh.accounts().size())
        .addKeyValue("contracts", fresh.heldContracts().size())
        .log();
    accounts.warnOfMissing();
    judge.judgeAll(now, out);
  }

  /** Writes behind what has changed and is not yet on its way to the disk. */
  void flush(Outcome out) {
    accounts.flush(out);
  }
}
