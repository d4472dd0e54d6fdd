package io.plimsoll.engine.shard;

import io.plimsoll.engine.action.AccountView;
import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.action.Custody;
import io.plimsoll.engine.book.AccountPage;
import io.plimsoll.engine.book.Book;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.RiskState;
import io.plimsoll.engine.store.AccountRecord;
import io.plimsoll.engine.store.Assignment;
import io.plimsoll.engine.store.Effect;
import io.plimsoll.engine.store.Memory;
import io.plimsoll.engine.tradovate.entity.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The accounts of a shard: the book of the broker's entities, and a watch for each. */
final class Accounts {
  private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

  private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(3);

  private final Plans plans;
  private final Map<Long, AccountRecord> remembered = new HashMap<>();
  private final Map<Long, Action> underWay = new HashMap<>();
  private final Map<Long, Watch> watches = new HashMap<>();
  private final Set<Watch> dirty = new HashSet<>();

  /** Accounts not judged yet, and since when they are arriving. */
  private final Map<Long, Instant> arriving = new HashMap<>();

  private final boolean isOwn;
  private Book book = new Book();

  /**
   * @param isOwn whether all that is remembered is of this shard; else it may be of any
   */
  Accounts(List<Plan> written, Memory memory, boolean isOwn) {
    this.isOwn = isOwn;
    this.plans = new Plans(written, memory.plans());
    memory.accounts().forEach(account -> remembered.put(account.accountId(), account));
    memory.actions().forEach(action -> underWay.put(action.accountId(), action.revived()));
  }

  Book book() {
    return book;
  }

  /** A snapshot that counts as complete is not waited for again. */
  void replaceBook(Book fresh) {
    arriving.clear();
    for (long id : fresh.accounts()) {
      if (!watches.containsKey(id)) {
        arriving.put(id, Instant.EPOCH);
      }
    }
    fresh.inheritPrices(book);
    fresh.inheritCash(book);
    book = fresh;
  }

  /** Null for an account that was never sent in this life of the process. */
  @Nullable Watch watch(long accountId) {
    return watches.get(accountId);
  }

  /**
   * The watch of an account in the book, with the view brought up to date. A new account is not
   * judged before all came that every account has, or should have come: half of it would mislead.
   */
  Optional<Watch> refreshed(long accountId, Instant now) {
    return book.account(accountId)
        .filter(page -> watches.containsKey(accountId) || isReady(page, now))
        .map(page -> {
          var watch = watches.get(accountId);
          if (watch == null) {
            watch = first(page);
            watch.followedSince = now;
            watches.put(accountId, watch);
          } else {
            watch.view = AccountView.of(page);
          }
          return watch;
        });
  }

  private boolean isReady(AccountPage page, Instant now) {
    var since = arriving.computeIfAbsent(page.id(), first -> now);
    if (!page.isComplete() && since.plus(ARRIVES_WITHIN).isAfter(now)) {
      return false;
    }
    arriving.remove(page.id());
    return true;
  }

  /** New accounts that have had their time to arrive. */
  List<Long> arrived(Instant now) {
    return arriving.entrySet().stream()
        .filter(entry -> !entry.getValue().plus(ARRIVES_WITHIN).isAfter(now))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Watch first(AccountPage page) {
    var account = page.account();
    var name = account == null ? Long.toString(page.id()) : account.name();
    var known = remembered.remove(page.id());
    var plan = plan(account, known);
    plans.hold(plan);
    var watch =
        new Watch(
            page.id(),
            name,
            plan,
            known == null ? RiskState.FIRST_SEEN : known.risk(),
            known == null ? Custody.FREE : known.custody(),
            AccountView.of(page));
    watch.action = underWay.remove(page.id());
    watch.assigned = known == null ? null : waiting(known.assigned());
    return watch;
  }

  /** The text it was held to before, and for an account that no plan held yet the one written. */
  private Plan plan(@Nullable Account account, @Nullable AccountRecord known) {
    var written = plans.matching(account);
    if (known == null || known.planVersion().isEmpty()) {
      return written;
    }
    var held = plans.text(known.plan(), known.planVersion()).orElse(written);
    if (!held.version().equals(written.version())) {
      LOG.atInfo()
          .setMessage("account is held to another plan than is written for it now")
          .addKeyValue("account", known.accountId())
          .addKeyValue("held", held.name() + "@" + held.version())
          .addKeyValue("written", written.name() + "@" + written.version())
          .addKeyValue("wayOut", "plimsoll plans assign, if that is meant")
          .log();
    }
    return held;
  }

  private Watch.@Nullable Assigned waiting(@Nullable Assignment assignment) {
    return assignment == null
        ? null
        : plans
            .text(assignment.plan(), assignment.version())
            .map(plan -> new Watch.Assigned(plan, assignment.atOnce()))
            .orElse(null);
  }

  Plans plans() {
    return plans;
  }

  /** The plan that is written for an account now. */
  Plan written(Watch watch) {
    return plans.matching(book.account(watch.accountId).map(AccountPage::account).orElse(null));
  }

  /** Empty for an account that was never sent in this life of the process, or not judged yet. */
  Optional<Standing> standing(long accountId, boolean live) {
    return Optional.ofNullable(watch(accountId))
        .map(watch -> Standing.of(watch, written(watch), live));
  }

  Instant nextBoundary(Instant now) {
    return plans.nextBoundary(now);
  }

  /** Tells people of {@link #missing()}. */
  void warnOfMissing() {
    missing()
        .forEach(action ->
            LOG.atError()
                .setMessage("action under way on an account that is not in the feed")
                .addKeyValue("account", action.accountId())
                .addKeyValue("key", action.key())
                .addKeyValue("wayOut", "look at the account at the broker")
                .log());
  }

  /**
   * Actions under way on accounts that the broker does not send any more: nobody follows them. None
   * where another shard may have the account, which this one cannot see.
   */
  List<Action> missing() {
    return underWay.values().stream()
        .filter(action -> isOwn && book.account(action.accountId()).isEmpty())
        .toList();
  }

  void changed(Watch watch) {
    if (watch.dirty) {
      dirty.add(watch);
    }
  }

  /** Saves the account now, with the decision that rests on it. */
  void saveWith(Watch watch, Outcome out) {
    watch.dirty = false;
    dirty.remove(watch);
    out.save(new Effect.SaveAccount(watch.record()));
  }

  void flush(Outcome out) {
    for (var watch : List.copyOf(dirty)) {
      saveWith(watch, out);
    }
  }
}
