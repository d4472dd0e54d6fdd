package io.plimsoll.engine.book;

import static io.plimsoll.engine.book.Books.ES;
import static io.plimsoll.engine.book.Books.NQ;
import static io.plimsoll.engine.book.Books.balance;
import static io.plimsoll.engine.book.Books.held;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A closing trade shows in the position and in the cash, in any order. */
class SettlingTest {
  private static final Instant NOON = Instant.parse("2026-01-05T18:00:00Z");

  private final Books books = Books.funded();

  SettlingTest() {
    books.put(balance("50000").with("realizedPnL", "0"));
    books.put(held(ES, 2, "5000"));
  }

  @Test
  void anOpenPositionIsSettled() {
    assertThat(books.page().settling().isSettled(later())).isTrue();
  }

  @Test
  void aPositionClosedBeforeTheCashIsUnsettled() {
    books.put(held(ES, 0, "5000"));
    assertThat(books.page().settling().isSettled(later())).isFalse();
  }

  @Test
  void cashRealizedBeforeThePositionIsUnsettled() {
    books.put(balance("49000").with("realizedPnL", "-1000"));
    assertThat(books.page().settling().isSettled(later())).isFalse();
  }

  @Test
  void bothInAnyOrderAreSettled() {
    books.put(balance("49000").with("realizedPnL", "-1000"));
    books.put(held(ES, 0, "5000"));
    assertThat(books.page().settling().isSettled(later())).isTrue();

    books.put(held(ES, 2, "5000"));
    books.put(held(ES, 1, "5000"));
    books.put(balance("49500").with("realizedPnL", "-500"));
    assertThat(books.page().settling().isSettled(later())).isTrue();
  }

  @Test
  void aReversalClosesToo() {
    books.put(held(ES, -3, "5000"));
    assertThat(books.page().settling().isSettled(later())).isFalse();
  }

  @Test
  void aClockSetBackMakesTheWaitNoLonger() {
    books.put(held(ES, 0, "5000"));
    var settling = books.page().settling();
    assertThat(settling.isSettled(NOON)).isFalse();
    assertThat(settling.isSettled(NOON.minusSeconds(3600))).isFalse();
    assertThat(settling.isSettled(NOON.minusSeconds(3595))).isTrue();
  }

  @Test
  void openingMoreIsNoClosing() {
    books.put(held(ES, 3, "5000"));
    assertThat(books.page().settling().isSettled(later())).isTrue();
  }

  @Test
  void aFeeOrAPayoutIsNoClosing() {
    books.put(balance("49000").with("realizedPnL", "0.00"));
    assertThat(books.page().settling().isSettled(later())).isTrue();
  }

  @Test
  void theSameRowAgainIsNoClosing() {
    books.put(held(ES, 0, "5000"));
    books.put(balance("49000").with("realizedPnL", "-1000"));
    books.put(balance("49000").with("realizedPnL", "-1000"));
    assertThat(books.page().settling().isSettled(later())).isTrue();
  }

  @Test
  void aRowOfANewTradeDateThatIsFlatCloses() {
    books.put(held(ES, 0, "5000").with("id", 999L).with("tradeDate", LocalDate.of(2026, 1, 6)));
    assertThat(books.page().settling().isSettled(later())).isFalse();
  }

  @Test
  void aCloseOfAnotherContractDoesNotSettleThisOneAtOnce() {
    books.put(held(NQ, 2, "20000"));
    books.put(held(ES, 0, "5000"));
    assertThat(books.page().settling().isSettled(NOON)).isFalse();
    books.put(balance("54000").with("realizedPnL", "4000"));
    assertThat(books.page().settling().isSettled(NOON.plusMillis(100))).isFalse();
  }

  @Test
  void aNewTradeDateOfCashIsNoClosing() {
    books.put(
        balance("50000")
            .with("id", 998L)
            .with("realizedPnL", "0")
            .with("tradeDate", LocalDate.of(2026, 1, 6)));
    assertThat(books.page().settling().isSettled(NOON)).isTrue();
  }

  @Test
  void justBeforeTwoSecondsACloseWithoutCashIsNotBelieved() {
    books.put(held(ES, 0, "5000"));
    assertThat(books.page().settling().isSettled(NOON)).isFalse();
    assertThat(books.page().settling().isSettled(NOON.plusMillis(1999))).isFalse();
  }

  @Test
  void afterTwoSecondsACloseWithoutCashIsTakenAsItIs() {
    books.put(held(ES, 0, "5000"));
    assertThat(books.page().settling().isSettled(NOON)).isFalse();
    assertThat(books.page().settling().isSettled(NOON.plusSeconds(2))).isTrue();
  }

  /** A moment after the last change, when what agrees is believed. */
  private Instant later() {
    books.page().settling().isSettled(NOON);
    return NOON.plusMillis(300);
  }
}
