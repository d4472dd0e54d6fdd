package io.plimsoll.simulator.ledger;

import io.plimsoll.simulator.market.Instrument;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What a fill does: to the position, its pairs, the cash and the margin. */
public final class Settlement {
  /** Dollars a contract and side. */
  public static final BigDecimal COMMISSION = new BigDecimal("1.29");

  private final Books books;
  private final Journal journal;
  private final Valuation valuation;
  private final CashBook cashBook;
  private final Ids ids;
  private final InstantSource clock;
  private final Lots lots = new Lots();

  public Settlement(
      Books books,
      Journal journal,
      Valuation valuation,
      CashBook cashBook,
      Ids ids,
      InstantSource clock) {
    this.books = books;
    this.journal = journal;
    this.valuation = valuation;
    this.cashBook = cashBook;
    this.ids = ids;
    this.clock = clock;
  }

  /** {@code fillId} names a fill that is in the books already. */
  void settle(
      long account,
      Instrument traded,
      long fillId,
      Side side,
      int qty,
      BigDecimal price,
      BigDecimal commission) {
    var contract = traded.contractId();
    adopt(account, contract);
    var before = books.position(account, contract);
    var pairs = lots.take(account, contract, new Lots.Lot(fillId, side.signed(qty), price));
    var position = writePosition(account, contract, before, side, qty, price);
    var bookings = new ArrayList<CashBook.Booking>();
    for (var pair : pairs) {
      var id = writePair(position, pair, fillId);
      var profit = pair.points().multiply(traded.valuePerPoint());
      bookings.add(CashBook.Booking.paired(profit, fillId, id));
    }
    if (commission.signum() != 0) {
      journal.create(
          Entity.of(
              EntityType.FILL_FEE,
              fillId,
              fee -> fee.put("commission", commission).put("commissionCurrencyId", 1)));
      bookings.add(CashBook.Booking.commission(commission, fillId));
    }
    cashBook.book(account, bookings);
    writeMargin(account);
  }

  void writeMargin(long account) {
    var day = valuation.margin(account, Instrument::dayMargin);
    var full = valuation.margin(account, Instrument::fullMargin);
    books
        .find(EntityType.MARGIN_SNAPSHOT, account)
        .ifPresent(snapshot ->
            journal.update(
                snapshot.with(fields ->
                    fields
                        .put("timestamp", Json.time(clock.instant()))
                        .put("initialMargin", day)
                        .put("maintenanceMargin", day)
                        .put("totalUsedMargin", day)
                        .put("positionMargin", day)
                        .put("fullInitialMargin", full)
                        .put("totalUsedFullMargin", full))));
  }

  /**
   * A position written from outside has no fills of ours: one lot at its net price stands for them.
   */
  private void adopt(long account, long contract) {
    var net = books.position(account, contract).map(row -> row.count("netPos")).orElse(0);
    if (net != lots.net(account, contract)) {
      lots.replace(
          account,
          contract,
          books
              .position(account, contract)
              .filter(row -> net != 0)
              .map(row ->
                  new Lots.Lot(
                      ids.next(), net, row.decimal("netPrice").orElse(row.amount("prevPrice")))));
    }
  }

  private Entity writePosition(
      long account, long contract, Optional<Entity> before, Side side, int qty, BigDecimal price) {
    var today = TradeDates.at(clock.instant());
    var current = before.filter(row -> TradeDates.of(row).equals(today));
    var row = current.orElseGet(() -> fresh(account, contract, before));
    var bought = side == Side.Buy;
    var value = price.multiply(BigDecimal.valueOf(qty));
    var next =
        row.with(fields -> {
          stamp(fields);
          fields.put("netPos", lots.net(account, contract));
          lots.average(account, contract)
              .ifPresentOrElse(
                  average -> fields.put("netPrice", average), () -> fields.remove("netPrice"));
          fields.put("bought", row.whole("bought") + (bought ? qty : 0));
          fields.put(
              "boughtValue", row.amount("boughtValue").add(bought ? value : BigDecimal.ZERO));
          fields.put("sold", row.whole("sold") + (bought ? 0 : qty));
          fields.put("soldValue", row.amount("soldValue").add(bought ? BigDecimal.ZERO : value));
        });
    journal.record(current.isPresent() ? Change.Kind.Updated : Change.Kind.Created, next);
    return next;
  }

  private Entity fresh(long account, long contract, Optional<Entity> yesterday) {
    return Entity.of(
        EntityType.POSITION,
        ids.next(),
        fields -> {
          fields
              .put("accountId", account)
              .put("contractId", contract)
              .put("bought", 0)
              .put("boughtValue", 0);
          fields
              .put("sold", 0)
              .put("soldValue", 0)
              .put("prevPos", yesterday.map(row -> row.whole("netPos")).orElse(0L));
          yesterday
              .flatMap(row -> row.decimal("netPrice"))
              .ifPresent(price -> fields.put("prevPrice", price));
        });
  }

  private long writePair(Entity position, Lots.Pair pair, long closingFill) {
    var openedLong = pair.opened().qty() > 0;
    var written = ids.next();
    journal.create(
        Entity.of(
            EntityType.FILL_PAIR,
            written,
            fields ->
                fields
                    .put("positionId", position.id())
                    .put("buyFillId", openedLong ? pair.opened().fillId() : closingFill)
                    .put("sellFillId", openedLong ? closingFill : pair.opened().fillId())
                    .put("qty", pair.qty())
                    .put("buyPrice", openedLong ? pair.opened().price() : pair.closingPrice())
                    .put("sellPrice", openedLong ? pair.closingPrice() : pair.opened().price())
                    .put("active", true)));
    for (var id : List.of(pair.opened().fillId(), closingFill)) {
      books
          .find(EntityType.FILL, id)
          .ifPresent(fill ->
              journal.update(
                  fill.with(fields ->
                      fields.put("finallyPaired", fill.whole("finallyPaired") + pair.qty()))));
    }
    return written;
  }

  private void stamp(ObjectNode fields) {
    var now = clock.instant();
    fields.put("timestamp", Json.time(now)).set("tradeDate", TradeDates.json(TradeDates.at(now)));
  }
}
