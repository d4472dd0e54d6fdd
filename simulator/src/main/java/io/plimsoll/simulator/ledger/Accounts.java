package io.plimsoll.simulator.ledger;

import io.plimsoll.simulator.market.Market;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/**
 * Opens accounts: the account itself, its 1:1 entities, its cash, and the trades its positions came
 * from.
 */
public final class Accounts {
  private final Books books;
  private final Journal journal;
  private final Market market;
  private final Settlement settlement;
  private final CashBook cashBook;
  private final Strategies strategies;
  private final Ids ids;
  private final InstantSource clock;

  public Accounts(
      Books books,
      Journal journal,
      Market market,
      Settlement settlement,
      CashBook cashBook,
      Ids ids,
      InstantSource clock) {
    this.books = books;
    this.journal = journal;
    this.market = market;
    this.settlement = settlement;
    this.cashBook = cashBook;
    this.strategies = new Strategies(journal, ids, clock);
    this.ids = ids;
    this.clock = clock;
  }

  public Entity open(Opening opening) {
    if (books.find(EntityType.ACCOUNT, opening.id()).isPresent()) {
      throw new IllegalArgumentException(
          "Account %d is open already; choose another id.".formatted(opening.id()));
    }
    var account = account(opening);
    journal.create(account);
    journal.create(riskStatus(opening));
    journal.create(margin(opening));
    var autoLiq = opening.autoLiq();
    if (autoLiq != null) {
      journal.create(
          Entity.of(
              EntityType.USER_ACCOUNT_AUTO_LIQ,
              opening.id(),
              fields -> fields.setAll(autoLiq).put("id", opening.id())));
    }
    cashBook.open(opening.id(), opening.balance());
    Objects.requireNonNullElse(opening.positions(), List.<Opening.Holding>of())
        .forEach(held -> hold(opening.id(), held));
    return account;
  }

  private Entity account(Opening opening) {
    return Entity.of(
        EntityType.ACCOUNT,
        opening.id(),
        fields -> {
          fields
              .put("name", opening.name())
              .put("userId", Surroundings.USER_ID)
              .put("accountType", "Customer")
              .put("active", true);
          fields
              .put("restricted", false)
              .put("closed", false)
              .put("clearingHouseId", 2)
              .put("riskCategoryId", 16);
          fields
              .put("autoLiqProfileId", 19)
              .put("marginAccountType", "Speculator")
              .put("legalStatus", "Individual");
          fields
              .put("timestamp", Json.time(clock.instant().minus(Duration.ofDays(30))))
              .put("archived", false);
          var size = opening.evaluationSize();
          if (size != null) {
            fields.put("evaluationSize", size);
          }
        });
  }

  /** The action is set, and in the past, so that a client can tell a later one from it. */
  private Entity riskStatus(Opening opening) {
    return Entity.of(
        EntityType.ACCOUNT_RISK_STATUS,
        opening.id(),
        fields ->
            fields
                .put("adminAction", "Normal")
                .put("adminTimestamp", Json.time(clock.instant().minus(Duration.ofDays(1))))
                .put("maxNetLiq", opening.balance()));
  }

  private Entity margin(Opening opening) {
    return Entity.of(
        EntityType.MARGIN_SNAPSHOT,
        opening.id(),
        fields -> {
          fields.put("timestamp", Json.time(clock.instant())).put("riskTimePeriodId", 10);
          List.of(
                  "initialMargin",
                  "maintenanceMargin",
                  "totalUsedMargin",
                  "fullInitialMargin",
                  "positionMargin",
                  "totalUsedFullMargin")
              .forEach(name -> fields.put(name, BigDecimal.ZERO));
          var liqOnly = opening.liqOnlyLevel();
          if (liqOnly != null) {
            fields.put("liqOnlyLevel", liqOnly);
          }
          var autoLiqLevel = opening.autoLiqLevel();
          if (autoLiqLevel != null) {
            fields.put("autoLiqLevel", autoLiqLevel);
          }
        });
  }

  private void hold(long account, Opening.Holding held) {
    var traded =
        market
            .named(held.symbol())
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "Contract (%s) is not traded here; take one of ESZ6, NQZ6, MESZ6, MNQZ6."
                        .formatted(held.symbol())));
    var side = held.netPos() > 0 ? Side.Buy : Side.Sell;
    var price = Objects.requireNonNullElse(held.netPrice(), market.price(traded));
    var paper = new Paper(books, journal, ids, clock);
    var qty = Math.abs(held.netPos());
    var order = paper.accept(Ticket.market(account, held.symbol(), side, qty), traded.contractId());
    settlement.settle(
        account, traded, paper.fill(order, qty, price), side, qty, price, BigDecimal.ZERO);
    strategies.finished(order);
  }
}
