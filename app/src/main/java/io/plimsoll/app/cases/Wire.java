package io.plimsoll.app.cases;

import io.plimsoll.engine.tradovate.Inbound;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What has changed of the account of a case, as the broker sends it: each thing once. */
final class Wire {
  private final CaseAccount account;
  private final Vendor vendor;
  private final UnaryOperator<List<Inbound>> line;
  private final Map<EntityType, ObjectNode> sent = new EnumMap<>(EntityType.class);
  private final Set<Long> contracts = new HashSet<>();
  private final Map<Long, ObjectNode> orders = new LinkedHashMap<>();
  private final List<Other> others = new ArrayList<>();
  private long logs;

  /** An entity that is sent as it is. */
  private record Other(EntityType type, ObjectNode fields) {}

  Wire(CaseAccount account, Vendor vendor, UnaryOperator<List<Inbound>> line) {
    this.account = account;
    this.vendor = vendor;
    this.line = line;
  }

  /** The positions as they are, to compare with what becomes of them. */
  Map<String, Holding> picture() {
    var holdings = new LinkedHashMap<String, Holding>();
    account.holdings.all().forEach(one -> holdings.put(one.contract(), one));
    return holdings;
  }

  /** To be sent with the next news. */
  void say(EntityType type, ObjectNode fields) {
    others.add(new Other(type, fields));
    if (type == EntityType.ORDER) {
      orders.put(fields.path("id").asLong(), fields.deepCopy());
    }
  }

  void cancelOrders() {
    orders.values().forEach(order -> order.put("ordStatus", "Canceled"));
    orders.values().forEach(order -> others.add(new Other(EntityType.ORDER, order)));
    orders.clear();
  }

  /** A movement of cash in the broker's log, to be sent with the next news. */
  void log(String type, BigDecimal delta, Instant now) {
    var movement = account.cash.movement(++logs, type, delta, now);
    others.add(new Other(EntityType.CASH_BALANCE_LOG, movement));
  }

  /**
   * Rows before prices. Where both change, prices are unknown in between, as after a loss of their
   * socket: with the new rows and the old prices, equity would be one that never was.
   */
  List<Inbound> news(Map<String, Holding> told, CaseAccount.Change change, Instant now) {
    var props = new Props();
    boolean moved = rows(told, change, now, props);
    single(EntityType.ACCOUNT, Entities.account(), props);
    single(EntityType.ACCOUNT_RISK_STATUS, Entities.status(account), props);
    var used = account.usedMargin;
    single(EntityType.MARGIN_SNAPSHOT, used == null ? null : Entities.margin(used), props);
    others.forEach(other -> props.put(other.type(), other.fields()));
    others.clear();
    var held = account.holdings.all().stream().filter(one -> !one.isFlat()).toList();
    boolean wasOpen = told.values().stream().anyMatch(one -> !one.isFlat());
    boolean anew =
        (moved && wasOpen && !held.isEmpty())
            || held.stream().anyMatch(one -> !one.priced() && wasPriced(told, one));
    var quotes = JsonMapper.shared().createArrayNode();
    held.stream()
        .filter(one -> one.priced() && (anew || isPricedOtherwise(told, one)))
        .forEach(one -> quotes.add(Entities.quote(one, now)));
    var inbound = new ArrayList<Inbound>();
    if (anew) {
      inbound.add(new Inbound.PricesDown("prices come anew"));
    }
    inbound.addAll(props.read());
    inbound.addAll(Props.quotes(quotes));
    return line.apply(inbound);
  }

  /** The row of cash as it is. */
  ObjectNode cash(Instant now) {
    return vendor.over(EntityType.CASH_BALANCE, account.cash.row(now));
  }

  private static boolean wasPriced(Map<String, Holding> told, Holding now) {
    var was = told.get(now.contract());
    return was == null || was.isFlat() || was.priced();
  }

  private static boolean isPricedOtherwise(Map<String, Holding> told, Holding now) {
    var was = told.get(now.contract());
    return was == null || was.isFlat() || !was.priced() || was.price().compareTo(now.price()) != 0;
  }

  /**
   * Positions that become smaller, the cash, positions that become larger. Cash that trading
   * changed while no position became smaller is a trade that was opened and closed.
   */
  private boolean rows(
      Map<String, Holding> told, CaseAccount.Change change, Instant now, Props props) {
    for (var one : account.holdings.all()) {
      if (contracts.add(one.contractId())) {
        Entities.reference(one, props);
      }
    }
    boolean closed = false;
    for (var one : account.holdings.all()) {
      if (isSmaller(told.get(one.contract()), one)) {
        closed = true;
        props.put(EntityType.POSITION, Entities.position(one, now));
      }
    }
    boolean traded = change.traded().signum() != 0;
    if (traded && !closed) {
      var unnamed = account.holdings.unnamed();
      props
          .put(EntityType.POSITION, Entities.position(unnamed.to(0).to(1), now))
          .put(EntityType.POSITION, Entities.position(unnamed.to(0), now));
    }
    boolean cash = cash(change, now, props);
    boolean opened = false;
    for (var one : account.holdings.all()) {
      if (isLarger(told.get(one.contract()), one) || (traded && !closed && isOpenUnnamed(one))) {
        opened = true;
        props.put(EntityType.POSITION, Entities.position(one, now));
      }
    }
    return closed || cash || opened;
  }

  private static boolean isOpenUnnamed(Holding one) {
    return one.contract().equals(Holdings.UNNAMED) && !one.isFlat();
  }

  private static boolean isSmaller(@Nullable Holding was, Holding now) {
    return was != null
        && (Math.abs(now.net()) < Math.abs(was.net())
            || Integer.signum(now.net()) * Integer.signum(was.net()) < 0);
  }

  /** Or opened at another price. */
  private static boolean isLarger(@Nullable Holding was, Holding now) {
    return !now.isFlat()
        && !isSmaller(was, now)
        && (was == null || was.net() != now.net() || was.open().compareTo(now.open()) != 0);
  }

  private boolean cash(CaseAccount.Change change, Instant now, Props props) {
    if (!account.cashTold) {
      boolean wasTold = sent.remove(EntityType.CASH_BALANCE) != null;
      for (long row = 1; wasTold && row <= account.cash.number(); row++) {
        props.gone(EntityType.CASH_BALANCE, row);
      }
      return wasTold;
    }
    if (change.traded().signum() != 0) {
      log("TradePaired", change.traded(), now);
    }
    if (change.flow().signum() != 0) {
      log("FundTransaction", change.flow(), now);
    }
    var row = cash(now);
    if (cash(Instant.EPOCH).equals(sent.put(EntityType.CASH_BALANCE, cash(Instant.EPOCH)))) {
      return false;
    }
    props.put(EntityType.CASH_BALANCE, row);
    return true;
  }

  /** An entity that there is one of, when it is not as it was sent; null: it is gone. */
  private void single(EntityType type, @Nullable ObjectNode entity, Props props) {
    var was = sent.get(type);
    if (entity == null) {
      if (was != null) {
        sent.remove(type);
        props.gone(type, was.path("id").asLong());
      }
      return;
    }
    var now = vendor.over(type, entity);
    if (!now.equals(was)) {
      sent.put(type, now);
      props.put(type, now);
    }
  }
}
