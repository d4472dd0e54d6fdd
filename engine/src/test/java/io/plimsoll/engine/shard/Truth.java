package io.plimsoll.engine.shard;

import static io.plimsoll.engine.session.Given.entity;

import io.plimsoll.engine.session.GivenRecord;
import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.Quote;
import io.plimsoll.engine.tradovate.entity.Account;
import io.plimsoll.engine.tradovate.entity.AccountRiskStatus;
import io.plimsoll.engine.tradovate.entity.CashBalance;
import io.plimsoll.engine.tradovate.entity.Contract;
import io.plimsoll.engine.tradovate.entity.ContractMaturity;
import io.plimsoll.engine.tradovate.entity.Currency;
import io.plimsoll.engine.tradovate.entity.CurrencyRate;
import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.MarginSnapshot;
import io.plimsoll.engine.tradovate.entity.OrdStatus;
import io.plimsoll.engine.tradovate.entity.Order;
import io.plimsoll.engine.tradovate.entity.Position;
import io.plimsoll.engine.tradovate.entity.Product;
import io.plimsoll.engine.tradovate.entity.ProductType;
import io.plimsoll.engine.tradovate.entity.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A broker of a few accounts: what is so now, how it came to be so, and what each step tells. */
final class Truth {
  static final List<Long> CONTRACTS = List.of(31L, 32L, 33L);
  private static final List<Long> CURRENCIES = List.of(1L, 2L);
  private static final Set<Class<?>> PLAIN =
      Set.of(String.class, BigDecimal.class, Boolean.class, Long.class, Instant.class);

  private final Random random;
  private final Map<Key, Entity> now = new LinkedHashMap<>();
  private final List<List<EntityChange>> session = new ArrayList<>();
  private Map<Key, EntityChange> step = new LinkedHashMap<>();
  private Instant time = Instant.parse("2026-01-05T15:00:00Z");
  private LocalDate date = LocalDate.of(2026, 1, 5);
  private long lastId = 10_000;

  /** What tells one entity from another. */
  record Key(EntityType type, long id) {
    static Key of(EntityChange change) {
      return switch (change) {
        case EntityChange.Upsert(var entity) -> new Key(EntityType.of(entity), entity.id());
        case EntityChange.Delete(var type, var id) -> new Key(type, id);
        case EntityChange.Unreadable bad -> throw new IllegalArgumentException("no key: " + bad);
      };
    }
  }

  Truth(long seed) {
    random = new Random(seed);
    put(entity(Currency.class).with("id", 1L).with("name", "USD").fact());
    put(entity(Currency.class).with("id", 2L).with("name", "EUR").fact());
    rate();
    CONTRACTS.forEach(this::instrument);
    for (long account = 1; account <= 3; account++) {
      open(account);
    }
    session.clear();
  }

  Collection<Entity> all() {
    return List.copyOf(now.values());
  }

  /** Null when there is none. */
  @Nullable Entity find(Key key) {
    return now.get(key);
  }

  /** All that was told until now, step by step. */
  List<List<EntityChange>> session() {
    return List.copyOf(session);
  }

  /** Goes on by a step; no entity changes twice in it. */
  List<EntityChange> step() {
    step = new LinkedHashMap<>();
    time = time.plusMillis(1 + random.nextInt(2000));
    long account = 1 + random.nextInt(5);
    switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> trade(account, any(CONTRACTS));
      case 4, 5 -> anyOf(EntityType.ORDER).ifPresent(this::orderMoves);
      case 6 -> nextDay();
      case 7 ->
          anyOf(any(List.of(EntityType.POSITION, EntityType.CASH_BALANCE, EntityType.ORDER)))
              .ifPresent(this::remove);
      case 8 -> {
        if (now.containsKey(new Key(EntityType.ACCOUNT, account))) {
          close(account);
        } else {
          open(account);
        }
      }
      case 9 -> instrument(any(CONTRACTS));
      case 10 -> rate();
      default -> other(any(List.of(EntityType.values())));
    }
    var told = List.copyOf(step.values());
    session.add(told);
    return told;
  }

  Quote quote() {
    return random.nextBoolean()
        ? new Quote(any(CONTRACTS), amount(6000), null, amount(6000))
        : new Quote(any(CONTRACTS), null, amount(6000), null);
  }

  private void open(long account) {
    put(entity(Account.class).with("id", account).with("name", "A" + account).fact());
    risk(account);
    cash(account, any(CURRENCIES));
  }

  private void close(long account) {
    all().stream().filter(each -> isOf(each, account)).forEach(this::remove);
  }

  private static boolean isOf(Entity entity, long account) {
    return entity instanceof Standing standing && standing.accountId() == account;
  }

  private void trade(long account, long contract) {
    put(
        entity(Order.class)
            .with("id", ++lastId)
            .with("accountId", account)
            .with("contractId", contract)
            .with("ordStatus", any(List.of(OrdStatus.values())))
            .fact());
    position(account, contract);
    cash(account, any(CURRENCIES));
    risk(account);
  }

  private void position(long account, long contract) {
    put(
        entity(Position.class)
            .with("id", row(account, contract))
            .with("accountId", account)
            .with("contractId", contract)
            .with("timestamp", time)
            .with("tradeDate", date)
            .with("netPos", random.nextInt(7) - 3)
            .with("netPrice", amount(6000))
            .fact());
  }

  private void cash(long account, long currency) {
    put(
        entity(CashBalance.class)
            .with("id", row(account, currency))
            .with("accountId", account)
            .with("currencyId", currency)
            .with("timestamp", time)
            .with("tradeDate", date)
            .with("amount", amount(50_000))
            .with("realizedPnL", amount(100))
            .with("amountSOD", amount(50_000))
            .fact());
  }

  private void risk(long account) {
    put(
        entity(MarginSnapshot.class)
            .with("id", account)
            .with("totalUsedMargin", amount(1000))
            .fact());
    put(
        entity(AccountRiskStatus.class)
            .with("id", account)
            .with("maxNetLiq", amount(51_000))
            .with("adminTimestamp", random.nextBoolean() ? time : null)
            .fact());
  }

  /** An order that is done stays as it is. */
  private void orderMoves(Entity entity) {
    var order = (Order) entity;
    if (!order.ordStatus().isAlive()) {
      return;
    }
    put(
        entity(Order.class)
            .with("id", order.id())
            .with("accountId", order.accountId())
            .with("contractId", order.contractId())
            .with("ordStatus", any(List.of(OrdStatus.values())))
            .fact());
  }

  /** New rows for all; the broker may or may not take the old ones away. */
  private void nextDay() {
    date = date.plusDays(1);
    for (var entity : all()) {
      switch (entity) {
        case Position held -> position(held.accountId(), held.contractId());
        case CashBalance had -> cash(had.accountId(), had.currencyId());
        default -> {}
      }
      if (entity instanceof Position && random.nextInt(4) == 0) {
        remove(entity);
      }
    }
  }

  private void instrument(long contract) {
    put(
        entity(Product.class)
            .with("id", contract)
            .with("valuePerPoint", amount(50))
            .with("currencyId", any(CURRENCIES))
            .with("productType", ProductType.Futures)
            .fact());
    put(entity(ContractMaturity.class).with("id", contract).with("productId", contract).fact());
    put(entity(Contract.class).with("id", contract).with("contractMaturityId", contract).fact());
  }

  private void rate() {
    put(entity(CurrencyRate.class).with("id", 2L).with("rate", amount(2)).fact());
  }

  /** Some entity of this type comes, changes or goes; orders have ways of their own. */
  @SuppressWarnings("unchecked") // the cast only gives the compiler some type of record
  private void other(EntityType type) {
    long id = 500 + random.nextInt(4);
    var plain =
        List.of(type.type().getRecordComponents()).stream()
            .filter(component -> PLAIN.contains(component.getType()))
            .filter(component -> !component.getName().equals("id"))
            .findFirst();
    if (type == EntityType.ACCOUNT || type == EntityType.ORDER || plain.isEmpty()) {
      return;
    }
    if (random.nextInt(3) == 0) {
      var gone = now.get(new Key(type, id));
      if (gone != null) {
        remove(gone);
      }
    } else if (!List.of(CashBalance.class, Position.class, CurrencyRate.class)
        .contains(type.type())) {
      GivenRecord<?> made = entity((Class<Account>) (Class<?>) type.type()).with("id", id);
      put((Entity) made.with(plain.get().getName(), value(plain.get().getType())).fact());
    }
  }

  private Object value(Class<?> type) {
    if (type == String.class) {
      return "text " + random.nextInt(9);
    }
    if (type == BigDecimal.class) {
      return amount(9);
    }
    return type == Boolean.class
        ? random.nextBoolean()
        : type == Long.class ? (Object) random.nextLong(9) : time;
  }

  private long row(long account, long of) {
    return account * 1_000_000 + of * 10_000 + date.toEpochDay() % 10_000;
  }

  private void put(Entity entity) {
    var change = new EntityChange.Upsert(entity);
    now.put(Key.of(change), entity);
    step.put(Key.of(change), change);
  }

  private void remove(Entity entity) {
    var change = new EntityChange.Delete(EntityType.of(entity), entity.id());
    now.remove(Key.of(change));
    step.put(Key.of(change), change);
  }

  private Optional<Entity> anyOf(EntityType type) {
    var of = all().stream().filter(each -> EntityType.of(each) == type).toList();
    return of.isEmpty() ? Optional.empty() : Optional.of(any(of));
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private BigDecimal amount(int about) {
    return BigDecimal.valueOf(about * 100L + random.nextInt(about * 20 + 1), 2);
  }
}
