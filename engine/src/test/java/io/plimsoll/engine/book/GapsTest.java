package io.plimsoll.engine.book;

import static io.plimsoll.engine.book.Books.ES;
import static io.plimsoll.engine.book.Books.NQ;
import static io.plimsoll.engine.book.Books.balance;
import static io.plimsoll.engine.book.Books.held;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.entity;
import static io.plimsoll.engine.session.Given.marginSnapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.Missing;
import io.plimsoll.engine.tradovate.entity.AccountRiskStatus;
import io.plimsoll.engine.tradovate.entity.Contract;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.Product;
import io.plimsoll.engine.tradovate.entity.UserAccountPositionLimit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was not sent and is needed. */
class GapsTest {
  private final Books books = Books.funded();
  private final Book book = books.book;

  private void delete(EntityType type, long id) {
    book.apply(new EntityChange.Delete(type, id));
  }

  private long productOf(long contract) {
    var product = Instrument.of(book, contract).product();
    assertThat(product).isNotNull();
    return product.id();
  }

  @Test
  void aFlatAccountNeedsNoReference() {
    delete(EntityType.CONTRACT, ES);
    assertThat(book.missing()).isEmpty();
  }

  @Test
  void aHeldContractThatWasNotSentIsMissing() {
    delete(EntityType.CONTRACT, ES);
    books.put(held(ES, 1, "5000"));
    assertThat(book.missing()).containsExactly(new Missing(EntityType.CONTRACT, ES));
  }

  @Test
  void afterTheContractItsMaturityIsMissing() {
    books.put(entity(Contract.class).with("id", 77L).with("contractMaturityId", 770L));
    books.put(held(77, -1, "5000"));
    assertThat(book.missing()).containsExactly(new Missing(EntityType.CONTRACT_MATURITY, 770));
  }

  @Test
  void afterTheMaturityItsProductIsMissing() {
    long product = productOf(NQ);
    books.put(held(NQ, 1, "20000"));
    delete(EntityType.PRODUCT, product);
    assertThat(book.missing()).containsExactly(new Missing(EntityType.PRODUCT, product));
  }

  @Test
  void whatIsWholeIsNotMissing() {
    books.put(held(ES, 1, "5000"));
    assertThat(book.missing()).isEmpty();
  }

  @Test
  void aPositionClosedAgainNeedsNothing() {
    delete(EntityType.CONTRACT, ES);
    books.put(held(ES, 1, "5000"));
    books.put(held(ES, 0, "5000"));
    assertThat(book.missing()).isEmpty();
  }

  @Test
  void theHoldersRestOnEachLinkOfTheirContract() {
    books.put(held(ES, 1, "5000"));
    assertThat(book.restingOn(EntityType.CONTRACT, ES)).containsExactly(ACCOUNT);
    assertThat(book.restingOn(EntityType.PRODUCT, productOf(ES))).containsExactly(ACCOUNT);
  }

  @Test
  void nobodyRestsOnWhatNobodyHolds() {
    books.put(held(ES, 1, "5000"));
    assertThat(book.restingOn(EntityType.PRODUCT, productOf(NQ))).isEmpty();
  }

  @Test
  void anAccountWithoutWhatEveryAccountHasHasGaps() {
    assertThat(book.gaps())
        .containsExactlyInAnyOrder(
            new Missing(EntityType.ACCOUNT_RISK_STATUS, ACCOUNT),
            new Missing(EntityType.MARGIN_SNAPSHOT, ACCOUNT));
  }

  @Test
  void anAccountWithAllOfItHasNone() {
    books.put(entity(AccountRiskStatus.class));
    books.put(marginSnapshot());
    assertThat(book.gaps()).isEmpty();
  }

  @Test
  void anAccountOnlyItsPositionTellsOfIsAGap() {
    books.put(held(ES, 1, "5000").with("accountId", 4711L));
    assertThat(book.gaps()).contains(new Missing(EntityType.ACCOUNT, 4711));
  }

  @Test
  void anAccountOfWhichNothingIsLeftIsNoGap() {
    var gaps = book.gaps();
    books.put(held(ES, 1, "5000").with("id", 99L).with("accountId", 4711L));
    delete(EntityType.POSITION, 99);
    assertThat(book.gaps()).isEqualTo(gaps);
  }

  @Test
  void whatFillsAGapIsAChange() {
    assertThat(book.fill(new EntityChange.Upsert(entity(AccountRiskStatus.class).fact())))
        .isInstanceOf(Book.Effect.Changed.class);
  }

  @Test
  void whatTheStreamHasSentIsNotReplacedByWhatWasFetched() {
    var fetched = new EntityChange.Upsert(balance("1").fact());
    assertThat(book.fill(fetched)).isEqualTo(new Book.Effect.Nothing());
    assertThat(List.of(books.read().balance().toString())).containsExactly("50000.00");
  }

  private static final EntityType LIMIT = EntityType.USER_ACCOUNT_POSITION_LIMIT;

  private static UserAccountPositionLimit limit(long id, int most) {
    return entity(UserAccountPositionLimit.class)
        .with("id", id)
        .with("accountId", ACCOUNT)
        .with("exposedLimit", most)
        .fact();
  }

  private Book nextThatKeeps() {
    book.apply(new EntityChange.Upsert(limit(1, 5)));
    book.apply(new EntityChange.Upsert(limit(2, 5)));
    var next = new Book();
    next.keep(LIMIT, book);
    return next;
  }

  @Test
  void whatCouldNotBeReadAgainIsKept() {
    assertThat(nextThatKeeps().all(LIMIT)).containsExactlyInAnyOrder(limit(1, 5), limit(2, 5));
  }

  @Test
  void whatIsKeptGivesWayToWhatIsRead() {
    var next = nextThatKeeps();
    next.fill(new EntityChange.Upsert(limit(1, 3)));
    assertThat(next.find(LIMIT, 1)).contains(limit(1, 3));
    next.fill(new EntityChange.Upsert(limit(1, 4)));
    assertThat(next.find(LIMIT, 1)).contains(limit(1, 3));
  }

  @Test
  void whatIsKeptAndNotFoundInTheEndIsGone() {
    var next = nextThatKeeps();
    next.fill(new EntityChange.Upsert(limit(1, 3)));
    assertThat(next.dropKept(LIMIT))
        .containsExactly(new Book.Effect.Changed(LIMIT, 2, null, ACCOUNT));
    assertThat(next.all(LIMIT)).containsExactly(limit(1, 3));
  }

  @Test
  void whatTheNewBookHasIsNotReplacedByWhatIsKept() {
    book.apply(new EntityChange.Upsert(limit(1, 5)));
    var next = new Book();
    next.apply(new EntityChange.Upsert(limit(1, 3)));
    next.keep(LIMIT, book);
    assertThat(next.all(LIMIT)).containsExactly(limit(1, 3));
    assertThat(next.dropKept(LIMIT)).isEmpty();
  }

  @Test
  void aMissingProductThatComesMakesTheAccountPriced() {
    long product = productOf(ES);
    var whole = book.find(EntityType.PRODUCT, product).orElseThrow();
    books.put(held(ES, 1, "5000"));
    books.trade(ES, "5001");
    delete(EntityType.PRODUCT, product);
    assertThat(books.read().equity()).isNull();
    book.fill(new EntityChange.Upsert((Product) whole));
    assertThat(books.read().equity()).hasToString("50050.00");
  }
}
