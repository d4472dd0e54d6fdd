package io.plimsoll.engine.shard;

import io.plimsoll.engine.book.Book;
import io.plimsoll.engine.fact.Scope;
import io.plimsoll.engine.session.Finding.Identity;
import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.Inbound;
import io.plimsoll.engine.tradovate.entity.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a shard does with each event: feed the book, judge the accounts it touches, follow up. */
final class Desk {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
  private static final Duration FLUSH = Duration.ofMillis(100);

  private final int shard;
  private final FeedWatch feed;
  private final Accounts accounts;
  private final Judge judge;
  private final Consumer<Set<Long>> follow;
  private final BrokerFindings broker;
  private boolean positionsChanged;
  private Instant lastTick = Instant.EPOCH;
  private Instant flushed = Instant.EPOCH;
  private Instant boundary = Instant.EPOCH;

  /**
   * @param follow asked to subscribe exactly the prices of these contracts
   */
  Desk(int shard, FeedWatch feed, Accounts accounts, Judge judge, Consumer<Set<Long>> follow) {
    this.shard = shard;
    this.feed = feed;
    this.accounts = accounts;
    this.judge = judge;
    this.follow = follow;
    this.broker = new BrokerFindings(new Scope.OfShard(shard));
  }

  void handle(Event event, Instant now, Outcome out) {
    switch (event) {
      case Event.Fed(var inbound) -> fed(inbound, now, out);
      case Event.Committed(var account, var key) ->
          judge.committed(accounts.watch(account), key, feed.isLive(), now, out);
      case Event.Answered(var account, var key, var answer) ->
          judge.answered(accounts.watch(account), key, answer, feed.isLive(), now, out);
      case Event.Stands(var standing) ->
          broker.hear(standing, now).ifPresent(identity -> judge.own(identity, now, out));
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

  private void fed(Inbound inbound, Instant now, Outcome out) {
    switch (inbound) {
      case Inbound.Synchronizing() -> feed.synchronizing(now);
      case Inbound.Down(var reason) -> feed.lost(now);
      case Inbound.Snapshot(var changes) -> {
        feed.gather(changes, true, now);
        // A part that comes after we took the snapshot for complete is news like any other.
        if (feed.isLive()) {
          changed(changes, now, out);
        }
      }
      case Inbound.Changes(var changes) -> {
        feed.gather(changes, false, now);
        if (feed.isLive()) {
          changed(changes, now, out);
        }
      }
      case Inbound.Quotes(var quotes) -> {
        var touched = new HashSet<Long>();
        quotes.forEach(quote -> touched.addAll(accounts.book().apply(quote)));
        if (feed.isLive() && !touched.isEmpty()) {
          judge.judge(touched, now, out);
        }
      }
      case Inbound.PricesUp() -> positionsChanged = true;
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
    for (var change : changes) {
      if (accounts.book().apply(change) instanceof Book.Effect.Changed effect) {
        judge.put(effect);
        positionsChanged |= effect.now() == null || effect.now() instanceof Position;
        if (effect.account() != null) {
          touched.add(effect.account());
        }
      }
    }
    judge.judge(touched, now, out);
  }

  void tick(Instant now, Outcome out) {
    if (now.isBefore(lastTick)) {
      LOG.atWarn().setMessage("the clock was set back").addKeyValue("from", lastTick).log();
      flushed = Instant.EPOCH;
      boundary = Instant.EPOCH;
      feed.clockSetBack(now);
    }
    lastTick = now;
    feed.complete(now).ifPresent(book -> live(book, now, out));
    judge.feed(feed.fact(now), now, out);
    broker.over(now).forEach(identity -> judge.over(identity, now, out));
    if (feed.isLive()) {
      if (!now.isBefore(boundary)) {
        boundary = accounts.nextBoundary(now);
        judge.judge(accounts.book().accounts(), now, out);
      }
      judge.followTime(now, out);
      if (positionsChanged) {
        positionsChanged = false;
        var held = accounts.book().heldContracts();
        accounts.book().keepPrices(held);
        follow.accept(held);
      }
    }
    if (Duration.between(flushed, now).compareTo(FLUSH) >= 0) {
      flushed = now;
      flush(out);
    }
  }

  /** The new snapshot takes the place of all that was known; then everything is judged once. */
  private void live(Book fresh, Instant now, Outcome out) {
    judge.replace(accounts.book(), fresh);
    accounts.replaceBook(fresh);
    boundary = accounts.nextBoundary(now);
    positionsChanged = true;
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
