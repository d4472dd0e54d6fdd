package io.plimsoll.simulator.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/**
 * The cash of the accounts: one balance each, which every booking changes and which every booking
 * leaves a log row of.
 */
public final class CashBook {
  /**
   * {@code type} is one of the vendor's cashChangeType words. Only what is {@code realized} counts
   * as profit; fees and deposits change the amount alone. {@code fill} and {@code fillPair} say
   * what it came from.
   */
  record Booking(
      String type,
      BigDecimal delta,
      boolean realized,
      OptionalLong fill,
      OptionalLong fillPair,
      String comment) {
    static Booking of(String type, BigDecimal delta, String comment) {
      return new Booking(type, delta, false, OptionalLong.empty(), OptionalLong.empty(), comment);
    }

    /** By hand, and counted as profit, as a trade would have. */
    static Booking adjustment(BigDecimal profit) {
      return new Booking(
          "ManualAdjustment", profit, true, OptionalLong.empty(), OptionalLong.empty(), "by hand");
    }

    static Booking paired(BigDecimal profit, long fill, long fillPair) {
      return new Booking(
          "TradePaired", profit, true, OptionalLong.of(fill), OptionalLong.of(fillPair), "");
    }

    static Booking commission(BigDecimal fee, long fill) {
      return new Booking(
          "Commission", fee.negate(), false, OptionalLong.of(fill), OptionalLong.empty(), "");
    }
  }

  private final Books books;
  private final Journal journal;
  private final Ids ids;
  private final InstantSource clock;

  CashBook(Books books, Journal journal, Ids ids, InstantSource clock) {
    this.books = books;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  void open(long account, BigDecimal amount) {
    var cash =
        Entity.of(
            EntityType.CASH_BALANCE,
            ids.nextFor(EntityType.CASH_BALANCE),
            fields -> {
              fields.put("accountId", account);
              stamp(fields);
              fields.put("currencyId", 1).put("amount", amount).put("realizedPnL", BigDecimal.ZERO);
              fields.put("weekRealizedPnL", BigDecimal.ZERO).put("amountSOD", amount);
            });
    journal.create(cash);
    journal.create(row(cash, Booking.of("FundTransaction", amount, "opened")));
  }

  /** One change of the balance, and a row for each booking with the balance it led to. */
  void book(long account, List<Booking> bookings) {
    var cash = cash(account);
    var rows = new ArrayList<Entity>();
    for (var booking : bookings) {
      cash = changed(cash, booking);
      rows.add(row(cash, booking));
    }
    if (!bookings.isEmpty()) {
      journal.update(cash);
      rows.forEach(journal::create);
    }
  }

  /** One change of the balance, and no row. */
  void pay(long account, BigDecimal change) {
    journal.update(changed(cash(account), Booking.adjustment(change)));
  }

  /** Profits of the day begin at zero again; those of the week too, with the week. */
  void newSession(long account) {
    var cash = cash(account);
    var today = TradeDates.at(clock.instant());
    var sameWeek = monday(today).equals(monday(TradeDates.of(cash)));
    var next =
        cash.with(fields -> {
          stamp(fields);
          fields.put("realizedPnL", BigDecimal.ZERO).put("amountSOD", cash.amount("amount"));
          if (!sameWeek) {
            fields.put("weekRealizedPnL", BigDecimal.ZERO);
          }
        });
    journal.update(next);
    journal.create(row(next, Booking.of("NewSession", BigDecimal.ZERO, "")));
  }

  private Entity changed(Entity cash, Booking booking) {
    var profit = booking.realized() ? booking.delta() : BigDecimal.ZERO;
    return cash.with(fields -> {
      stamp(fields);
      fields.put("amount", dollars(cash.amount("amount").add(booking.delta())));
      fields.put("realizedPnL", dollars(cash.amount("realizedPnL").add(profit)));
      fields.put("weekRealizedPnL", dollars(cash.amount("weekRealizedPnL").add(profit)));
    });
  }

  private Entity row(Entity cash, Booking booking) {
    return Entity.of(
        EntityType.CASH_BALANCE_LOG,
        ids.nextFor(EntityType.CASH_BALANCE),
        fields -> {
          var id = fields.path("id");
          fields.setAll(cash.fields()).set("id", id);
          fields.remove("amountSOD");
          fields.put("cashChangeType", booking.type()).put("delta", dollars(booking.delta()));
          booking.fill().ifPresent(fill -> fields.put("fillId", fill));
          booking.fillPair().ifPresent(pair -> fields.put("fillPairId", pair));
          if (!booking.comment().isEmpty()) {
            fields.put("comment", booking.comment());
          }
        });
  }

  private Entity cash(long account) {
    return books
        .cash(account)
        .orElseThrow(
            () -> new IllegalStateException("Account %d has no cash balance.".formatted(account)));
  }

  private void stamp(ObjectNode fields) {
    var now = clock.instant();
    fields.put("timestamp", Json.time(now)).set("tradeDate", TradeDates.json(TradeDates.at(now)));
  }

  /** A week begins on Sunday at 17:00 in Chicago, and that is Monday's session. */
  private static LocalDate monday(LocalDate tradeDate) {
    return tradeDate.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static BigDecimal dollars(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}
