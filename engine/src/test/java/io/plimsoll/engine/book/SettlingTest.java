package io.plimsoll.engine.book;

import static io.plimsoll.engine.book.Books.ES;
import static io.plimsoll.engine.book.Books.balance;
import static io.plimsoll.engine.book.Books.held;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A closing trade shows in the position and in the cash, in any order. */
class SettlingTest {
  private final Books books = Books.funded();

  SettlingTest() {
    books.put(balance("50000").with("realizedPnL", "0"));
    books.put(held(ES, 2, "5000"));
  }

  @Test
  void anOpenPositionIsSettled() {
    assertThat(books.page().isUnsettled()).isFalse();
  }

  @Test
  void aPositionClosedBeforeTheCashIsUnsettled() {
    books.put(held(ES, 0, "5000"));
    assertThat(books.page().isUnsettled()).isTrue();
  }

  @Test
  void cashRealizedBeforeThePositionIsUnsettled() {
    books.put(balance("49000").with("realizedPnL", "-1000"));
    assertThat(books.page().isUnsettled()).isTrue();
  }

  @Test
  void bothInAnyOrderAreSettled() {
    books.put(balance("49000").with("realizedPnL", "-1000"));
    books.put(held(ES, 0, "5000"));
    assertThat(books.page().isUnsettled()).isFalse();

    books.put(held(ES, 2, "5000"));
    books.put(held(ES, 1, "5000"));
    books.put(balance("49500").with("realizedPnL", "-500"));
    assertThat(books.page().isUnsettled()).isFalse();
  }

  @Test
  void aReversalClosesToo() {
    books.put(held(ES, -3, "5000"));
    assertThat(books.page().isUnsettled()).isTrue();
  }

  @Test
  void openingMoreIsNoClosing() {
    books.put(held(ES, 3, "5000"));
    assertThat(books.page().isUnsettled()).isFalse();
  }

  @Test
  void aFeeOrAPayoutIsNoClosing() {
    books.put(balance("49000").with("realizedPnL", "0.00"));
    assertThat(books.page().isUnsettled()).isFalse();
  }

  @Test
  void theSameRowAgainIsNoClosing() {
    books.put(held(ES, 0, "5000"));
    books.put(balance("49000").with("realizedPnL", "-1000"));
    books.put(balance("49000").with("realizedPnL", "-1000"));
    assertThat(books.page().isUnsettled()).isFalse();
  }

  @Test
  void afterWaitingBothAreTakenAsTheyAre() {
    books.put(held(ES, 0, "5000"));
    books.page().settle();
    assertThat(books.page().isUnsettled()).isFalse();
  }
}
