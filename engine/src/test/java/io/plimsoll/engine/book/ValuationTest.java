package io.plimsoll.engine.book;

import static io.plimsoll.engine.book.Books.ES;
import static io.plimsoll.engine.book.Books.NQ;
import static io.plimsoll.engine.book.Books.balance;
import static io.plimsoll.engine.book.Books.funded;
import static io.plimsoll.engine.book.Books.held;
import static io.plimsoll.engine.session.Given.entity;
import static io.plimsoll.engine.session.Given.marginSnapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.tradovate.Quote;
import io.plimsoll.engine.tradovate.entity.AccountRiskStatus;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.ProductType;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuationTest {
  private final Books books = funded();

  @Test
  void aFlatAccountIsWorthItsCash() {
    assertThat(books.read().equity()).isEqualTo(Money.of(50_000));
  }

  @ParameterizedTest
  @CsvSource({"1, 5001, 50", "1, 4999.75, -12.5", "3, 5001, 150", "-1, 5001, -50", "-2, 4999, 100"})
  void openProfitIsPointsTimesContractsTimesTheirValue(int netPos, String price, String profit) {
    books.put(held(ES, netPos, "5000"));
    books.trade(ES, price);
    assertThat(books.read().openPnl()).isEqualTo(Money.of(profit));
  }

  @Test
  void severalContractsAddUp() {
    books.put(held(ES, 1, "5000"));
    books.put(held(NQ, -1, "18000"));
    books.trade(ES, "5010");
    books.trade(NQ, "18010");
    assertThat(books.read().equity()).isEqualTo(Money.of(50_300));
  }

  @Test
  void anAveragePriceOfManyDecimalsIsExactToAMillionth() {
    books.put(held(ES, 3, "5000.083333"));
    books.trade(ES, "5000.083333");
    assertThat(books.read().openPnl()).isEqualTo(Money.ZERO);
  }

  @Test
  void aContractWithoutPriceMakesEquityUnknown() {
    books.put(held(ES, 1, "5000"));
    assertThat(books.read())
        .returns(null, reading -> reading.equity())
        .returns(null, reading -> reading.openPnl())
        .returns(Money.of(50_000), reading -> reading.balance());
  }

  @Test
  void oneContractWithoutPriceIsEnough() {
    books.put(held(ES, 1, "5000"));
    books.put(held(NQ, 1, "18000"));
    books.trade(ES, "5010");
    assertThat(books.read().equity()).isNull();
  }

  @Test
  void aFlatContractNeedsNoPrice() {
    books.put(held(ES, 0, "5000"));
    assertThat(books.read().equity()).isEqualTo(Money.of(50_000));
  }

  @Test
  void aContractWithoutProductIsUnpriced() {
    books.put(held(77, 1, "5000"));
    books.trade(77, "5000");
    assertThat(books.read().equity()).isNull();
  }

  @ParameterizedTest
  @EnumSource(names = {"Options", "Spread", "Swap", "CommonStock"})
  void whatIsNoFutureIsUnpriced(ProductType type) {
    books.product(40, "1", type);
    books.put(held(40, 1, "10"));
    books.trade(40, "11");
    assertThat(books.read().equity()).isNull();
  }

  @Test
  void withoutAnAverageThePriceCarriedOverCounts() {
    books.put(held(ES, 1, "5000").with("netPrice", null).with("prevPrice", "4990"));
    books.trade(ES, "5000");
    assertThat(books.read().openPnl()).isEqualTo(Money.of(500));
  }

  @Test
  void withoutAnyOpenPriceItIsUnknown() {
    books.put(held(ES, 1, "5000").with("netPrice", null));
    books.trade(ES, "5000");
    assertThat(books.read().openPnl()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"1, 4999, 5001, -50", "-1, 4999, 5001, -50", "1, , 5001, 100", "-1, 4999, , -100"})
  void conservativelyALongIsWorthItsBidAndAShortItsOffer(
      int netPos, @Nullable String bid, @Nullable String offer, String profit) {
    books.put(held(ES, netPos, "5000"));
    books.trade(ES, "5002");
    books.market(ES, bid, offer);
    assertThat(books.read(PriceSource.CONSERVATIVE).openPnl()).isEqualTo(Money.of(profit));
  }

  private void emptyBook() {
    books.book.apply(new Quote(ES, null, null, null, true));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void conservativelyNothingIsWorthABidOrOfferThatIsGone(int netPos) {
    books.put(held(ES, netPos, "5000"));
    books.trade(ES, "5002");
    books.market(ES, "4999", "5001");
    emptyBook();
    assertThat(books.read(PriceSource.CONSERVATIVE).openPnl()).isNull();
    assertThat(books.read(PriceSource.CONSERVATIVE).equity()).isNull();
    assertThat(books.read(PriceSource.LAST).openPnl()).isEqualTo(Money.of(100L * netPos));
  }

  @ParameterizedTest
  @CsvSource({"1, 4999, , -50", "-1, , 5001, -50", "1, , 5001, ", "-1, 4999, , "})
  void afterAnEmptyBookEachSideIsKnownWhenItComesAgain(
      int netPos, @Nullable String bid, @Nullable String offer, @Nullable String profit) {
    books.put(held(ES, netPos, "5000"));
    books.trade(ES, "5002");
    books.market(ES, "4990", "5010");
    emptyBook();
    books.market(ES, bid, offer);
    assertThat(books.read(PriceSource.CONSERVATIVE).openPnl())
        .isEqualTo(profit == null ? null : Money.of(profit));
  }

  @Test
  void theLastTradeDoesNotFallBackToBidAndOffer() {
    books.put(held(ES, 1, "5000"));
    books.market(ES, "4999", "5001");
    assertThat(books.read().openPnl()).isNull();
  }

  @Test
  void forgottenPricesMakeEquityUnknown() {
    books.put(held(ES, 1, "5000"));
    books.trade(ES, "5000");
    books.book.forgetPrices();
    assertThat(books.read().equity()).isNull();
  }

  @Test
  void aValueBeyondAllReasonIsUnknown() {
    books.future(41, "999999999999");
    books.put(held(41, 1000, "1"));
    books.trade(41, "999999999999");
    assertThat(books.read().equity()).isNull();
  }

  @Test
  void withoutCashTheBalanceIsUnknown() {
    assertThat(new Books().read().balance()).isNull();
  }

  @Test
  void twoCurrenciesAreUnknownWithoutARate() {
    books.put(balance("100").with("id", 2L).with("currencyId", 2L));
    assertThat(books.read().balance()).isNull();
  }

  @Test
  void aCurrencyWithNothingInItNeedsNoRate() {
    books.put(balance("0").with("id", 2L).with("currencyId", 2L));
    assertThat(books.read().balance()).isEqualTo(Money.of(50_000));
  }

  @Test
  void aCurrencyWithNothingInItDoesNotTellTheStartOfTheDay() {
    books.put(
        balance("0")
            .with("id", 2L)
            .with("currencyId", 2L)
            .with("tradeDate", LocalDate.of(2026, 1, 6)));
    assertThat(books.read())
        .returns(Money.of(50_000), reading -> reading.startOfDay())
        .returns(LocalDate.of(2026, 1, 5), reading -> reading.tradeDate());
  }

  @Test
  void cashThatIsAllLostStillTellsTheStartOfTheDay() {
    books.put(balance("50000").with("amount", "0"));
    books.put(balance("0").with("id", 2L).with("currencyId", 2L));
    assertThat(books.read())
        .returns(Money.of(50_000), reading -> reading.startOfDay())
        .returns(Money.ZERO, reading -> reading.balance());
  }

  @Test
  void theNewestRowOfTheCurrencyCounts() {
    books.put(balance("51000").with("id", 2L).with("tradeDate", LocalDate.of(2026, 1, 6)));
    assertThat(books.read())
        .returns(Money.of(51_000), reading -> reading.balance())
        .returns(LocalDate.of(2026, 1, 6), reading -> reading.tradeDate());
  }

  @Test
  void ofTwoRowsOfADateTheLaterCounts() {
    books.put(balance("49000").with("id", 2L).with("timestamp", Instant.EPOCH.plusSeconds(1)));
    books.put(balance("48000").with("id", 3L));
    assertThat(books.read().balance()).isEqualTo(Money.of(49_000));
  }

  @Test
  void marginAndStatusAreUnknownUntilSent() {
    assertThat(books.read())
        .returns(null, reading -> reading.usedMargin())
        .returns(null, reading -> reading.liqOnlyLevel())
        .returns(null, reading -> reading.maxNetLiq());
  }

  @Test
  void marginAndStatusAreReadAsSent() {
    books.put(marginSnapshot().with("totalUsedMargin", "1200").with("liqOnlyLevel", "900"));
    books.put(entity(AccountRiskStatus.class).with("maxNetLiq", "51141.16"));
    assertThat(books.read())
        .returns(Money.of(1_200), reading -> reading.usedMargin())
        .returns(Money.of(900), reading -> reading.liqOnlyLevel())
        .returns(Money.of("51141.16"), reading -> reading.maxNetLiq());
  }

  @Test
  void marginThatIsGoneIsUnknownAgain() {
    books.put(marginSnapshot());
    books.delete(EntityType.MARGIN_SNAPSHOT, marginSnapshot().fact().id());
    assertThat(books.read().usedMargin()).isNull();
  }
}
