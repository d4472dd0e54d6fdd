package io.plimsoll.engine.book;

import static io.plimsoll.engine.book.Books.ES;
import static io.plimsoll.engine.book.Books.balance;
import static io.plimsoll.engine.book.Books.held;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.entity;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.Missing;
import io.plimsoll.engine.tradovate.entity.Currency;
import io.plimsoll.engine.tradovate.entity.CurrencyRate;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.Product;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money and products in other currencies than the dollar. */
class RatesTest {
  private static final long DOLLAR = 1;
  private static final long EURO = 2;

  private final Books books = Books.funded();

  @BeforeEach
  void twoCurrencies() {
    books.put(entity(Currency.class).with("id", DOLLAR).with("name", "USD"));
    books.put(entity(Currency.class).with("id", EURO).with("name", "EUR"));
  }

  private void euros(String amount) {
    books.put(balance(amount).with("id", 2L).with("currencyId", EURO));
  }

  private void rate(String rate) {
    books.put(entity(CurrencyRate.class).with("id", EURO).with("rate", rate));
  }

  @Test
  void dollarsNeedNoRate() {
    assertThat(books.read().balance()).isEqualTo(Money.of(50_000));
  }

  @Test
  void otherMoneyCountsAtItsRate() {
    euros("100");
    rate("1.25");
    assertThat(books.read().balance()).isEqualTo(Money.of(50_125));
  }

  @Test
  void withoutItsRateTheBalanceIsUnknown() {
    euros("100");
    assertThat(books.read().balance()).isNull();
  }

  @Test
  void aRateOfZeroIsNoRate() {
    euros("100");
    rate("0");
    assertThat(books.read().balance()).isNull();
  }

  @Test
  void anAccountWithEurosOnlyIsNotTakenForDollars() {
    books.put(balance("0"));
    euros("100");
    rate("1.25");
    assertThat(books.read().balance()).isEqualTo(Money.of(125));
  }

  @Test
  void theStartOfTheDayIsSummedTheSameWay() {
    euros("100");
    rate("1.25");
    assertThat(books.read().startOfDay()).isEqualTo(Money.of(50_125));
  }

  @Test
  void aCurrencyThatHasNotMovedTodayBeganTheDayAsItIs() {
    books.put(
        balance("51000")
            .with("id", 3L)
            .with("tradeDate", LocalDate.of(2026, 1, 6))
            .with("amountSOD", "50000"));
    books.put(balance("100").with("id", 2L).with("currencyId", EURO).with("amountSOD", "40"));
    rate("1.25");
    assertThat(books.read())
        .returns(Money.of(50_125), reading -> reading.startOfDay())
        .returns(LocalDate.of(2026, 1, 6), reading -> reading.tradeDate());
  }

  @Test
  void aProductInAnotherCurrencyIsConverted() {
    books.put(held(ES, 1, "5000"));
    books.trade(ES, "5010");
    var product = Instrument.of(books.book, ES).product();
    assertThat(product).isNotNull();
    books.put(
        entity(Product.class)
            .with("id", product.id())
            .with("productType", product.productType())
            .with("valuePerPoint", product.valuePerPoint())
            .with("currencyId", EURO));
    assertThat(books.read().openPnl()).isNull();
    rate("1.25");
    assertThat(books.read().openPnl()).isEqualTo(Money.of(625));
  }

  @Test
  void theRateIsAskedForEachTimeSinceItMoves() {
    euros("100");
    rate("1.25");
    assertThat(books.book.missing()).containsExactly(new Missing(EntityType.CURRENCY_RATE, EURO));
  }

  @Test
  void aCurrencyThatWasNotSentIsAskedForToo() {
    books.put(balance("5").with("id", 4L).with("currencyId", 9L));
    assertThat(books.book.missing())
        .containsExactlyInAnyOrder(
            new Missing(EntityType.CURRENCY_RATE, 9), new Missing(EntityType.CURRENCY, 9));
  }

  @Test
  void aNewRateReplacesTheOld() {
    euros("100");
    rate("1.25");
    var next = entity(CurrencyRate.class).with("id", EURO).with("rate", "1.5").fact();
    books.book.fill(new EntityChange.Upsert(next));
    assertThat(books.read().balance()).isEqualTo(Money.of(50_150));
  }

  @Test
  void anyAccountMayRestOnARate() {
    assertThat(books.book.restingOn(EntityType.CURRENCY_RATE, EURO)).containsExactly(ACCOUNT);
  }
}
