package io.plimsoll.simulator.ledger;

import io.plimsoll.simulator.ledger.Outcome.Accepted;
import io.plimsoll.simulator.ledger.Outcome.Refused;
import io.plimsoll.simulator.market.Instrument;
import io.plimsoll.simulator.market.Market;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;

/**
 * The matching engine: market orders trade at the last price at once, limits and stops rest until
 * it reaches them. No partial fills.
 */
public final class Orders {
  private final Books books;
  private final Market market;
  private final Settlement settlement;
  private final Restrictions restrictions;
  private final Paper paper;

  public Orders(
      Books books,
      Market market,
      Journal journal,
      Settlement settlement,
      Restrictions restrictions,
      Ids ids,
      InstantSource clock) {
    this.books = books;
    this.market = market;
    this.settlement = settlement;
    this.restrictions = restrictions;
    this.paper = new Paper(books, journal, ids, clock);
  }

  public Outcome place(Ticket ticket) {
    var traded = market.named(ticket.symbol());
    if (traded.isEmpty()) {
      return new Refused(
          "InvalidContract", "Contract (%s) is not traded here.".formatted(ticket.symbol()));
    }
    if (books.find(EntityType.ACCOUNT, ticket.accountId()).isEmpty()) {
      return new Refused("Unauthorized", "Account %d is not known.".formatted(ticket.accountId()));
    }
    if (ticket.qty() <= 0) {
      return new Refused(
          "MaxOrderQtyIsNotSpecified", "orderQty (%d) must be positive.".formatted(ticket.qty()));
    }
    if (!List.of("Market", "Limit", "Stop").contains(ticket.orderType())) {
      return new Refused(
          "Unsupported",
          "orderType (%s) is not built; use Market, Limit or Stop.".formatted(ticket.orderType()));
    }
    if (!ticket.orderType().equals("Market") && ticket.price() == null) {
      return new Refused("InvalidPrice", "A %s order needs a price.".formatted(ticket.orderType()));
    }
    return restrictions
        .refusal(ticket, traded.get())
        .map(Outcome.class::cast)
        .orElseGet(() -> accept(ticket, traded.get()));
  }

  public Outcome cancel(long orderId) {
    var order = books.find(EntityType.ORDER, orderId);
    if (order.isEmpty()) {
      return new Refused("UnknownReason", "Order %d is not known.".formatted(orderId));
    }
    return isAlive(order.get())
        ? new Accepted(paper.cancel(order.get()))
        : new Refused(
            "TooLate",
            "Order %d is %s already."
                .formatted(orderId, order.get().text("ordStatus").orElse("done")));
  }

  /**
   * Cancels what works in the contract and closes the position. A flat position is refused, and
   * nothing is ordered.
   */
  public Outcome liquidate(long account, long contract, boolean admin) {
    if (!admin && restrictions.isLocked(account)) {
      return new Refused("TradingLocked", "Account %d is locked.".formatted(account));
    }
    working(account).stream()
        .filter(order -> order.whole("contractId") == contract)
        .forEach(paper::cancel);
    var net = books.position(account, contract).map(row -> row.count("netPos")).orElse(0);
    var traded = market.instrument(contract);
    if (net == 0 || traded.isEmpty()) {
      return new Refused(
          "UnknownReason",
          "Account %d has no position in contract %d to liquidate.".formatted(account, contract));
    }
    var closing =
        new Ticket(
            account,
            traded.get().symbol(),
            Side.closing(net),
            Math.abs(net),
            "Market",
            null,
            null,
            admin);
    return accept(closing, traded.get());
  }

  /** Everything of the account, as the broker's own liquidation does it. */
  public void liquidateAll(long account) {
    working(account).forEach(paper::cancel);
    books
        .positions(account)
        .filter(row -> row.whole("netPos") != 0)
        .toList()
        .forEach(row -> liquidate(account, row.whole("contractId"), true));
  }

  public List<Entity> working(long account) {
    return books.of(account, EntityType.ORDER).stream().filter(Orders::isAlive).toList();
  }

  /** Trades the resting orders that the new price reaches. */
  public void match(Instrument moved) {
    books.working().stream()
        .filter(order -> order.whole("contractId") == moved.contractId())
        .toList()
        .forEach(order -> tradeIfReached(order, moved));
  }

  private Outcome accept(Ticket ticket, Instrument traded) {
    var order = paper.accept(ticket, traded.contractId());
    tradeIfReached(order, traded);
    return new Accepted(order.id());
  }

  private void tradeIfReached(Entity order, Instrument traded) {
    var version = paper.version(order);
    var side = Side.valueOf(order.text("action").orElseThrow());
    var price = market.price(traded);
    var reached =
        switch (version.text("orderType").orElse("")) {
          case "Limit" -> side.limitReached(version.amount("price"), price);
          case "Stop" -> side.stopReached(version.amount("stopPrice"), price);
          default -> version.count("orderQty") > 0;
        };
    if (reached) {
      trade(order, version.count("orderQty"), side, traded, price);
    }
  }

  private void trade(Entity order, int qty, Side side, Instrument traded, BigDecimal price) {
    var fill = paper.fill(order, qty, price);
    var commission = Settlement.COMMISSION.multiply(BigDecimal.valueOf(qty));
    settlement.settle(order.whole("accountId"), traded, fill, side, qty, price, commission);
  }

  private static boolean isAlive(Entity order) {
    return order.text("ordStatus").filter(Paper.ALIVE::contains).isPresent();
  }
}
