package io.plimsoll.engine.book;

import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.cashBalance;
import static io.plimsoll.engine.session.Given.entity;
import static io.plimsoll.engine.session.Given.position;

import io.plimsoll.engine.book.Book.Effect;
import io.plimsoll.engine.risk.Reading;
import io.plimsoll.engine.session.GivenRecord;
import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.Quote;
import io.plimsoll.engine.tradovate.entity.Account;
import io.plimsoll.engine.tradovate.entity.CashBalance;
import io.plimsoll.engine.tradovate.entity.Contract;
import io.plimsoll.engine.tradovate.entity.ContractMaturity;
import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.Position;
import io.plimsoll.engine.tradovate.entity.Product;
import io.plimsoll.engine.tradovate.entity.ProductType;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A book of one account for a test. */
final class Books {
  static final long ES = 31;
  static final long NQ = 32;

  final Book book = new Book();

  Books() {
    put(entity(Account.class).with("name", "EVAL50-1"));
  }

  /** With 50,000 in cash, and the futures ES at 50 and NQ at 20 dollars a point. */
  static Books funded() {
    var books = new Books();
    books.put(balance("50000"));
    books.future(ES, "50");
    books.future(NQ, "20");
    return books;
  }

  static GivenRecord<CashBalance> balance(String amount) {
    return cashBalance()
        .with("id", 1L)
        .with("currencyId", 1L)
        .with("tradeDate", LocalDate.of(2026, 1, 5))
        .with("amount", amount)
        .with("amountSOD", amount);
  }

  static GivenRecord<Position> held(long contract, int netPos, String netPrice) {
    return position()
        .with("id", contract * 10)
        .with("contractId", contract)
        .with("tradeDate", LocalDate.of(2026, 1, 5))
        .with("netPos", netPos)
        .with("netPrice", netPrice);
  }

  void future(long contract, String valuePerPoint) {
    product(contract, valuePerPoint, ProductType.Futures);
  }

  void product(long contract, String valuePerPoint, ProductType type) {
    put(
        entity(Product.class)
            .with("id", contract)
            .with("valuePerPoint", valuePerPoint)
            .with("productType", type));
    put(entity(ContractMaturity.class).with("id", contract).with("productId", contract));
    put(entity(Contract.class).with("id", contract).with("contractMaturityId", contract));
  }

  Effect put(GivenRecord<? extends Record> given) {
    return book.apply(new EntityChange.Upsert((Entity) given.fact()));
  }

  Effect delete(EntityType type, long id) {
    return book.apply(new EntityChange.Delete(type, id));
  }

  void trade(long contract, String price) {
    book.apply(new Quote(contract, new BigDecimal(price), null, null));
  }

  void market(long contract, @Nullable String bid, @Nullable String offer) {
    book.apply(
        new Quote(
            contract,
            null,
            bid == null ? null : new BigDecimal(bid),
            offer == null ? null : new BigDecimal(offer)));
  }

  AccountPage page() {
    return book.account(ACCOUNT).orElseThrow();
  }

  Reading read() {
    return read(PriceSource.LAST);
  }

  Reading read(PriceSource source) {
    return new Valuation(book, source).read(page());
  }
}
