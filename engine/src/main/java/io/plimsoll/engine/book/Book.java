package io.plimsoll.engine.book;

import io.plimsoll.engine.risk.Imposed;
import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.Missing;
import io.plimsoll.engine.tradovate.Quote;
import io.plimsoll.engine.tradovate.entity.Account;
import io.plimsoll.engine.tradovate.entity.AccountRiskStatus;
import io.plimsoll.engine.tradovate.entity.CashBalance;
import io.plimsoll.engine.tradovate.entity.CurrencyRate;
import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.OfAccount;
import io.plimsoll.engine.tradovate.entity.Position;
import io.plimsoll.engine.tradovate.entity.Standing;
import io.plimsoll.engine.tradovate.entity.UserAccountAutoLiq;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The last known entity of each type and id, and the last known prices. One thread only. Whole
 * entities are replaced, never merged.
 */
public final class Book {
  private final Map<EntityType, Map<Long, Entity>> entities = new EnumMap<>(EntityType.class);
  private final Map<Long, AccountPage> pages = new HashMap<>();
  private final Map<Long, Set<Long>> holders = new HashMap<>();
  private final Prices prices = new Prices();

  /** The limits set at the broker, by account. */
  private final Map<Long, Imposed> imposed = new HashMap<>();

  /** Accounts whose last status may be history. */
  private final Set<Long> doubtful = new TreeSet<>();

  /** What could not be read of an account. */
  private final Set<Missing> unreadable = new HashSet<>();

  private final Kept kept = new Kept();

  /** Currencies that some account has had money in. */
  private final Set<Long> currencies = new TreeSet<>();

  public Book() {
    for (var type : EntityType.values()) {
      entities.put(type, new HashMap<>());
    }
  }

  /** What one change meant. */
  public sealed interface Effect {
    /** The same entity came again; nothing follows. */
    record Nothing() implements Effect {}

    /**
     * It may be history or news, or could not be read. It is to be read over REST, and counts as it
     * is found there.
     */
    record Doubtful(long account) implements Effect {}

    /**
     * @param account whose numbers may have changed; null for reference entities
     */
    record Changed(EntityType type, long id, @Nullable Entity now, @Nullable Long account)
        implements Effect {}
  }

  public Effect apply(EntityChange change) {
    return switch (change) {
      case EntityChange.Upsert(var entity) -> upsert(entity);
      case EntityChange.Delete(var type, var id) -> delete(type, id);
      case EntityChange.Unreadable(var type, var id, var account) -> {
        var owner = account == null && id != null ? ownerOf(type, id) : account;
        yield owner == null ? new Effect.Nothing() : doubt(type, owner);
      }
    };
  }

  private @Nullable Long ownerOf(EntityType type, long id) {
    var known = of(type).get(id);
    return known == null ? null : accountOf(known);
  }

  /** Until all of this type has been read of the account, what is here of it may be wrong. */
  private Effect doubt(EntityType type, long account) {
    unreadable.add(new Missing(type, account));
    page(account).doubt(type);
    return new Effect.Doubtful(account);
  }

  /** Whether what is here of its type and account may be wrong, so that a read decides. */
  public boolean doubts(Entity entity) {
    return !unreadable.isEmpty()
        && entity instanceof Standing owned
        && unreadable.contains(new Missing(EntityType.of(entity), owned.accountId()));
  }

  /** These were read and taken in, so they are in doubt no more. Returns whose they are. */
  public Set<Long> believe(Set<Missing> read) {
    var believed = new TreeSet<Long>();
    for (var one : read) {
      if (unreadable.remove(one)) {
        page(one.id()).believe(one.type());
        believed.add(one.id());
      }
    }
    return believed;
  }

  private Effect upsert(Entity entity) {
    var type = EntityType.of(entity);
    var before = of(type).get(entity.id());
    if (entity.equals(before) || Replay.isOne(before, entity)) {
      return new Effect.Nothing();
    }
    if (entity instanceof AccountRiskStatus status) {
      if (before instanceof AccountRiskStatus had && Replay.mayLift(had, status)) {
        doubtful.add(status.id());
        return new Effect.Doubtful(status.id());
      }
      doubtful.remove(status.id());
    }
    return replace(type, before, entity);
  }

  private Effect replace(EntityType type, @Nullable Entity before, Entity entity) {
    of(type).put(entity.id(), entity);
    kept.remove(type, entity.id());
    var account = accountOf(entity);
    if (entity instanceof Standing now) {
      if (before instanceof Standing was && was.accountId() != now.accountId()) {
        take(was);
      }
      page(now.accountId()).put(now);
    }
    if (entity instanceof UserAccountAutoLiq limits) {
      imposed.put(limits.id(), AtBroker.of(limits));
    }
    if (entity instanceof CashBalance cash && cash.amount().signum() != 0) {
      currencies.add(cash.currencyId());
    }
    if (entity instanceof Position position) {
      holders
          .computeIfAbsent(position.contractId(), contract -> new HashSet<>())
          .add(position.accountId());
    }
    return new Effect.Changed(type, entity.id(), entity, account);
  }

  /**
   * A status that was told without a time while a snapshot came in may be from before a restriction
   * that a part of the snapshot shows, sent again. The restriction stands until the status is read.
   */
  public void keepRestriction(EntityChange part) {
    if (part instanceof EntityChange.Upsert(AccountRiskStatus sent)
        && of(EntityType.ACCOUNT_RISK_STATUS).get(sent.id()) instanceof AccountRiskStatus here
        && Replay.mayLift(sent, here)) {
      var _ = replace(EntityType.ACCOUNT_RISK_STATUS, here, sent);
      doubtful.add(sent.id());
    }
  }

  /**
   * Whether, by the broker's own times, what is here is older than this. Without such times, or
   * with nothing here, it is not known to be.
   */
  public boolean isOlderThan(Entity entity) {
    var here = of(EntityType.of(entity)).get(entity.id());
    return here != null && Replay.isOne(entity, here);
  }

  private Effect delete(EntityType type, long id) {
    var before = of(type).remove(id);
    if (before == null) {
      return new Effect.Nothing();
    }
    var account = accountOf(before);
    if (before instanceof Standing gone) {
      take(gone);
    }
    if (before instanceof UserAccountAutoLiq) {
      imposed.put(id, Imposed.NOTHING);
    }
    return new Effect.Changed(type, id, null, account);
  }

  /** A page with nothing left on it is no account that lacks something. */
  private void take(Standing gone) {
    var page = page(gone.accountId());
    page.remove(gone);
    if (page.isEmpty()) {
      pages.remove(page.id());
    }
  }

  private static @Nullable Long accountOf(Entity entity) {
    return entity instanceof OfAccount owned ? (Long) owned.accountId() : null;
  }

  /** Keeps each price that the quote leaves as it was. Returns the accounts that may hold it. */
  public Set<Long> apply(Quote quote) {
    return prices.apply(quote) ? holders.getOrDefault(quote.contractId(), Set.of()) : Set.of();
  }

  /** The broker gives no quotes of the contract, until some come. Returns who may hold it. */
  public Set<Long> refuseQuotes(long contractId) {
    return prices.refuse(contractId) ? holders.getOrDefault(contractId, Set.of()) : Set.of();
  }

  /** Whether the quotes of the contract were refused. */
  public boolean isUnquoted(long contractId) {
    return prices.isRefused(contractId);
  }

  /** The prices are no longer live, so open profit and loss is unknown until they come again. */
  public void forgetPrices() {
    prices.forget();
  }

  /**
   * Forgets the prices of contracts that nobody holds: they are no longer followed, and an old
   * price must not value a position opened later.
   */
  public void keepPrices(Set<Long> contracts) {
    prices.keep(contracts);
  }

  /** Takes over the prices it has not seen itself from the book it replaces. */
  public void inheritPrices(Book other) {
    prices.inherit(other.prices);
  }

  Prices prices() {
    return prices;
  }

  /** The limits set for the account at the broker; null where none were ever sent. */
  @Nullable Imposed imposed(long account) {
    return imposed.get(account);
  }

  /** Takes over what is not explained of the cash of accounts from the book it replaces. */
  public void inheritCash(Book other) {
    other.pages.forEach((id, before) -> {
      var page = pages.get(id);
      if (page != null) {
        page.inherit(before);
      }
    });
  }

  /**
   * Takes over what the book it replaces has of this type and it has not itself, until that is read
   * again: to be unknown is not to be gone.
   */
  public void keep(EntityType type, Book before) {
    for (var entity : before.all(type)) {
      if (!of(type).containsKey(entity.id())) {
        var _ = replace(type, null, entity);
        kept.add(type, entity.id());
      }
    }
  }

  /** All of the type has been read again: what was kept and not found is gone. */
  public List<Effect> dropKept(EntityType type) {
    return kept.takeAll(type).stream().map(id -> delete(type, id)).toList();
  }

  /** Those that some account has had money in. */
  Set<Long> currencies() {
    return currencies;
  }

  public Collection<Entity> all(EntityType type) {
    return of(type).values();
  }

  public Optional<Entity> find(EntityType type, long id) {
    return Optional.ofNullable(of(type).get(id));
  }

  /** Accounts that were sent, in order of their ids. */
  public Set<Long> accounts() {
    return new TreeSet<>(of(EntityType.ACCOUNT).keySet());
  }

  /** Everything known of one account; empty for an account that was not sent. */
  public Optional<AccountPage> account(long id) {
    var page = pages.get(id);
    return page != null && page.account() != null ? Optional.of(page) : Optional.empty();
  }

  /**
   * As {@link #apply(EntityChange)}, unless something newer or the same is here already. Rates come
   * in no other way, so a rate is always news; so is what is in doubt.
   */
  public Effect fill(EntityChange.Upsert missing) {
    var entity = missing.entity();
    if (entity instanceof AccountRiskStatus status && doubtful.remove(status.id())) {
      var before = of(EntityType.ACCOUNT_RISK_STATUS).get(status.id());
      return entity.equals(before) || Replay.isOne(before, entity)
          ? new Effect.Nothing()
          : replace(EntityType.ACCOUNT_RISK_STATUS, before, entity);
    }
    if (kept.remove(EntityType.of(entity), entity.id()) || doubts(entity)) {
      return upsert(entity);
    }
    return !(entity instanceof CurrencyRate) && of(EntityType.of(entity)).containsKey(entity.id())
        ? new Effect.Nothing()
        : upsert(entity);
  }

  /** The contracts in which some account has an open position. */
  public Set<Long> heldContracts() {
    var held = new TreeSet<Long>();
    holders.forEach((contract, accounts) -> {
      if (accounts.stream().anyMatch(account -> page(account).holds(contract))) {
        held.add(contract);
      }
    });
    return held;
  }

  /** The accounts whose numbers rest on this reference entity; of a currency, any may. */
  public Set<Long> restingOn(EntityType type, long id) {
    var resting = new TreeSet<Long>();
    holders.forEach((contract, accounts) -> {
      if (Instrument.of(this, contract).restsOn(type, id)) {
        resting.addAll(accounts);
      }
    });
    if (type == EntityType.CURRENCY || type == EntityType.CURRENCY_RATE) {
      resting.addAll(pages.keySet());
    }
    return resting;
  }

  /**
   * What of the value of positions and money is not here: the first missing link from a contract to
   * its product, and the rates of other currencies. Also what is in doubt.
   */
  public Set<Missing> missing() {
    var missing = new HashSet<>(unreadable);
    doubtful.forEach(account -> missing.add(new Missing(EntityType.ACCOUNT_RISK_STATUS, account)));
    var money = new TreeSet<>(currencies);
    for (long contract : heldContracts()) {
      var instrument = Instrument.of(this, contract);
      instrument.gap().ifPresent(missing::add);
      if (instrument.product() != null && instrument.product().currencyId() != null) {
        money.add(instrument.product().currencyId());
      }
    }
    missing.addAll(new Rates(this).missing(money));
    return missing;
  }

  /** What every account has and some account was not sent, or not readably. */
  public Set<Missing> gaps() {
    var gaps = new HashSet<>(unreadable);
    for (var page : pages.values()) {
      page.gaps().forEach(type -> gaps.add(new Missing(type, page.id())));
    }
    return gaps;
  }

  /** The account's name as people know it; its id where no name was sent. */
  public String nameOf(long account) {
    return find(EntityType.ACCOUNT, account)
        .map(entity -> ((Account) entity).name())
        .orElse(Long.toString(account));
  }

  private Map<Long, Entity> of(EntityType type) {
    var known = entities.get(type);
    if (known == null) {
      throw new IllegalStateException("no shelf for " + type);
    }
    return known;
  }

  private AccountPage page(long account) {
    return pages.computeIfAbsent(account, AccountPage::new);
  }
}
