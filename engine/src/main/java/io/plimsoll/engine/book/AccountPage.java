package io.plimsoll.engine.book;

import io.plimsoll.engine.tradovate.entity.Account;
import io.plimsoll.engine.tradovate.entity.AccountRiskStatus;
import io.plimsoll.engine.tradovate.entity.CashBalance;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.MarginSnapshot;
import io.plimsoll.engine.tradovate.entity.Order;
import io.plimsoll.engine.tradovate.entity.Position;
import io.plimsoll.engine.tradovate.entity.Standing;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything the broker sent of one account. */
public final class AccountPage {
  /** A new position row is made each trade date; the newest of a contract is the truth. */
  private static final Comparator<Position> NEWEST_POSITION =
      Comparator.comparing(Position::tradeDate)
          .thenComparing(Position::timestamp)
          .thenComparingLong(Position::id);

  static final Comparator<CashBalance> NEWEST_BALANCE =
      Comparator.comparing(CashBalance::tradeDate)
          .thenComparing(CashBalance::timestamp)
          .thenComparingLong(CashBalance::id);

  private final long id;
  private final Map<Long, Order> liveOrders = new HashMap<>();
  private final Map<Long, Position> positions = new HashMap<>();
  private final Map<Long, CashBalance> balances = new HashMap<>();
  private @Nullable Account account;
  private CashWatch cash = new CashWatch();

  /** Of these types something could not be read. */
  private final Set<EntityType> doubted = EnumSet.noneOf(EntityType.class);

  private final Settling settling = new Settling();
  private final Ripening maximum = new Ripening();

  private @Nullable AccountRiskStatus status;
  private @Nullable MarginSnapshot margin;

  AccountPage(long id) {
    this.id = id;
  }

  void put(Standing entity) {
    switch (entity) {
      case Account sent -> account = sent;
      case AccountRiskStatus sent -> {
        status = sent;
        maximum.saw(sent.maxNetLiq());
      }
      case MarginSnapshot sent -> margin = sent;
      case CashBalance sent -> {
        changed(() -> balances.put(sent.id(), sent));
        newestBalances().forEach(cash::saw);
      }
      case Position sent -> {
        if (isTrade(positions.get(sent.id()), sent)) {
          cash.sawTrade();
        }
        changed(() -> positions.put(sent.id(), sent));
      }
      case Order sent -> {
        if (sent.ordStatus().isAlive()) {
          liveOrders.put(sent.id(), sent);
        } else {
          liveOrders.remove(sent.id());
        }
      }
    }
  }

  /** A row that comes again, or at another price only, tells of no trade. */
  private static boolean isTrade(@Nullable Position had, Position sent) {
    return had == null
        ? sent.netPos() != 0
        : had.netPos() != sent.netPos()
            || !Objects.equals(had.bought(), sent.bought())
            || !Objects.equals(had.sold(), sent.sold());
  }

  /** What was not explained on the page it replaces, and what came while nobody looked. */
  void inherit(AccountPage before) {
    cash = before.cash;
    newestBalances().forEach(cash::saw);
  }

  /** Changes of the cash that no trade explains. */
  public CashWatch cash() {
    return cash;
  }

  /** Watches what a change of the rows closes, whichever row tells of it. */
  private void changed(Runnable change) {
    var before = Closings.of(newestPositions(), newestBalances());
    change.run();
    settling.saw(before, Closings.of(newestPositions(), newestBalances()));
  }

  /** Whether closing trades show everywhere; between position and cash, equity is not believed. */
  public Settling settling() {
    return settling;
  }

  /** The broker's equity maximum, as far as it may count already. */
  public Ripening maximum() {
    return maximum;
  }

  void remove(Standing entity) {
    switch (entity) {
      case Account _ -> account = null;
      case AccountRiskStatus _ -> {
        status = null;
        maximum.saw(null);
      }
      case MarginSnapshot _ -> margin = null;
      case CashBalance gone -> changed(() -> balances.remove(gone.id()));
      case Position gone -> changed(() -> positions.remove(gone.id()));
      case Order gone -> liveOrders.remove(gone.id());
    }
  }

  void doubt(EntityType type) {
    doubted.add(type);
  }

  void believe(EntityType type) {
    doubted.remove(type);
  }

  /** Whether something of this type could not be read, so that what is here may be wrong. */
  public boolean isDoubtful(EntityType type) {
    return doubted.contains(type);
  }

  public long id() {
    return id;
  }

  public @Nullable Account account() {
    return account;
  }

  public @Nullable AccountRiskStatus status() {
    return status;
  }

  public @Nullable MarginSnapshot margin() {
    return margin;
  }

  /** The newest row of each currency. */
  public List<CashBalance> newestBalances() {
    var newest = new HashMap<Long, CashBalance>();
    for (var balance : balances.values()) {
      newest.merge(
          balance.currencyId(),
          balance,
          (one, other) -> NEWEST_BALANCE.compare(one, other) >= 0 ? one : other);
    }
    return List.copyOf(newest.values());
  }

  /** The newest row of each contract, where it is not flat. */
  public List<Position> openPositions() {
    return newestPositions().stream().filter(position -> position.netPos() != 0).toList();
  }

  private Collection<Position> newestPositions() {
    var newest = new HashMap<Long, Position>();
    for (var position : positions.values()) {
      newest.merge(
          position.contractId(),
          position,
          (one, other) -> NEWEST_POSITION.compare(one, other) >= 0 ? one : other);
    }
    return newest.values();
  }

  /** Orders that may still be filled. */
  public Collection<Order> liveOrders() {
    return List.copyOf(liveOrders.values());
  }

  /** Whether the entities every account has were all sent. */
  public boolean isComplete() {
    return gaps().isEmpty();
  }

  /** Whether nothing of the account is known that stands until it is taken back. */
  boolean isEmpty() {
    return account == null
        && status == null
        && margin == null
        && balances.isEmpty()
        && positions.isEmpty()
        && liveOrders.isEmpty()
        && doubted.isEmpty();
  }

  /** Of the entities every account has, those that were not sent. */
  Set<EntityType> gaps() {
    var gaps = EnumSet.noneOf(EntityType.class);
    if (account == null) {
      gaps.add(EntityType.ACCOUNT);
    }
    if (status == null) {
      gaps.add(EntityType.ACCOUNT_RISK_STATUS);
    }
    if (margin == null) {
      gaps.add(EntityType.MARGIN_SNAPSHOT);
    }
    if (balances.isEmpty()) {
      gaps.add(EntityType.CASH_BALANCE);
    }
    return gaps;
  }

  /** Whether its newest row of the contract is not flat. */
  boolean holds(long contract) {
    return openPositions().stream().anyMatch(position -> position.contractId() == contract);
  }

  Optional<CashBalance> newestBalance() {
    return balances.values().stream().max(NEWEST_BALANCE);
  }
}
