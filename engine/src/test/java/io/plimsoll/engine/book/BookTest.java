package io.plimsoll.engine.book;

import static io.plimsoll.engine.book.Books.ES;
import static io.plimsoll.engine.book.Books.balance;
import static io.plimsoll.engine.book.Books.held;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.entity;
import static io.plimsoll.engine.session.Given.marginSnapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.book.Book.Effect;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.session.GivenRecord;
import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.Missing;
import io.plimsoll.engine.tradovate.Quote;
import io.plimsoll.engine.tradovate.entity.Account;
import io.plimsoll.engine.tradovate.entity.AccountRiskStatus;
import io.plimsoll.engine.tradovate.entity.AdminAction;
import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.OrdStatus;
import io.plimsoll.engine.tradovate.entity.Order;
import io.plimsoll.engine.tradovate.entity.Product;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BookTest {
  private final Books books = new Books();
  private final Book book = books.book;

  @Test
  void aNewEntityIsAChangeOfItsAccount() {
    var effect = books.put(balance("100"));
    assertThat(effect)
        .isInstanceOfSatisfying(
            Effect.Changed.class, changed -> assertThat(changed.account()).isEqualTo(ACCOUNT));
  }

  @Test
  void theSameEntityAgainIsNothing() {
    books.put(balance("100"));
    assertThat(books.put(balance("100"))).isEqualTo(new Effect.Nothing());
  }

  @Test
  void aReferenceEntityIsOfNoAccount() {
    assertThat(books.put(entity(Product.class)))
        .isInstanceOfSatisfying(
            Effect.Changed.class, changed -> assertThat(changed.account()).isNull());
  }

  @Test
  void anEntityIsReplacedWholeAndNeverMerged() {
    books.put(marginSnapshot().with("liqOnlyLevel", "900"));
    books.put(marginSnapshot());
    assertThat(books.read().liqOnlyLevel()).isNull();
  }

  @Test
  void whatIsDeletedIsGone() {
    books.put(held(ES, 1, "5000"));
    var effect = books.delete(EntityType.POSITION, ES * 10);
    assertThat(effect).isEqualTo(new Effect.Changed(EntityType.POSITION, ES * 10, null, ACCOUNT));
    assertThat(books.page().openPositions()).isEmpty();
  }

  private static final Missing POSITIONS = new Missing(EntityType.POSITION, ACCOUNT);

  private Effect unreadable(EntityType type, @Nullable Long id, @Nullable Long account) {
    return book.apply(new EntityChange.Unreadable(type, id, account));
  }

  @Test
  void whilePositionsCannotBeReadEquityIsUnknownAndTheyAreToBeReadOverRest() {
    books.put(balance("100"));
    assertThat(unreadable(EntityType.POSITION, 5L, ACCOUNT))
        .isEqualTo(new Effect.Doubtful(ACCOUNT));
    assertThat(books.read().equity()).isNull();
    assertThat(books.read().holdings()).isNull();
    assertThat(books.read().balance()).isNotNull();
    assertThat(book.missing()).contains(POSITIONS);
    assertThat(book.gaps()).contains(POSITIONS);
  }

  @Test
  void whileCashCannotBeReadTheBalanceIsUnknownThoughARowIsHere() {
    books.put(balance("100"));
    unreadable(EntityType.CASH_BALANCE, 1L, ACCOUNT);
    assertThat(books.read().balance()).isNull();
    assertThat(books.read().startOfDay()).isNull();
    assertThat(books.read().equity()).isNull();
  }

  @Test
  void whileTheMarginCannotBeReadItIsUnknown() {
    books.put(marginSnapshot());
    unreadable(EntityType.MARGIN_SNAPSHOT, ACCOUNT, ACCOUNT);
    assertThat(books.read().usedMargin()).isNull();
  }

  @Test
  void anUnreadableRowWithoutItsAccountIsOfTheAccountOfTheRowBeforeIt() {
    books.put(held(ES, 1, "5000"));
    assertThat(unreadable(EntityType.POSITION, ES * 10, null))
        .isEqualTo(new Effect.Doubtful(ACCOUNT));
    assertThat(unreadable(EntityType.POSITION, 999L, null)).isEqualTo(new Effect.Nothing());
  }

  @Test
  void whatIsReadOverRestTakesThePlaceOfWhatIsInDoubt() {
    books.put(balance("100"));
    books.put(held(ES, 1, "5000"));
    unreadable(EntityType.POSITION, ES * 10, ACCOUNT);
    book.fill(new EntityChange.Upsert((Entity) held(ES, 0, "5000").fact()));
    assertThat(books.read().equity()).isNull();
    assertThat(book.believe(Set.of(POSITIONS))).containsExactly(ACCOUNT);
    assertThat(books.read().equity()).isEqualTo(Money.of(100));
    assertThat(book.missing()).isEmpty();
    assertThat(book.believe(Set.of(POSITIONS))).isEmpty();
  }

  @Test
  void anotherReadableRowDoesNotEndTheDoubt() {
    books.put(balance("100"));
    unreadable(EntityType.POSITION, 5L, ACCOUNT);
    books.put(held(ES, 0, "5000"));
    assertThat(books.read().equity()).isNull();
  }

  @Test
  void deletingWhatIsNotThereIsNothing() {
    assertThat(books.delete(EntityType.POSITION, 5)).isEqualTo(new Effect.Nothing());
  }

  @Test
  void idsAreUniqueWithinTheirTypeOnly() {
    books.put(balance("100").with("id", 5L));
    books.put(held(ES, 1, "5000").with("id", 5L));
    books.delete(EntityType.POSITION, 5);
    assertThat(books.page().newestBalances()).hasSize(1);
  }

  @Test
  void anEntityThatMovesToAnotherAccountLeavesTheFirst() {
    books.put(entity(Account.class).with("id", 1002L));
    books.put(held(ES, 1, "5000"));
    books.put(held(ES, 1, "5000").with("accountId", 1002L));
    assertThat(books.page().openPositions()).isEmpty();
    assertThat(book.account(1002).orElseThrow().openPositions()).hasSize(1);
  }

  @Test
  void anAccountIsKnownOnceItWasSent() {
    books.put(balance("100").with("accountId", 1002L));
    assertThat(book.account(1002)).isEmpty();
    books.put(entity(Account.class).with("id", 1002L));
    assertThat(book.account(1002).orElseThrow().newestBalances()).hasSize(1);
  }

  @Test
  void anAccountThatIsDeletedIsUnknown() {
    books.delete(EntityType.ACCOUNT, ACCOUNT);
    assertThat(book.account(ACCOUNT)).isEmpty();
    assertThat(book.accounts()).isEmpty();
  }

  @Test
  void anAccountIsCalledByItsNameOrElseItsId() {
    assertThat(book.nameOf(ACCOUNT)).isEqualTo("EVAL50-1");
    assertThat(book.nameOf(77)).isEqualTo("77");
  }

  @Test
  void theNewestPositionRowOfAContractIsTheTruth() {
    books.put(held(ES, 2, "5000"));
    books.put(held(ES, 0, "5000").with("id", 999L).with("tradeDate", LocalDate.of(2026, 1, 6)));
    assertThat(books.page().openPositions()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"PendingNew", "Working", "PendingCancel"})
  void anOrderThatIsDoneDoesNotLiveAgain(OrdStatus before) {
    var order = entity(Order.class).with("id", 9L);
    books.put(order.with("ordStatus", OrdStatus.Filled));
    assertThat(books.put(order.with("ordStatus", before))).isEqualTo(new Effect.Nothing());
    assertThat(books.page().liveOrders()).isEmpty();
  }

  private static GivenRecord<AccountRiskStatus> locked() {
    return entity(AccountRiskStatus.class)
        .with("adminAction", AdminAction.LockTradingImmediately)
        .with("adminTimestamp", Instant.EPOCH.plusSeconds(60));
  }

  private static EntityChange.Upsert found(GivenRecord<AccountRiskStatus> given) {
    return new EntityChange.Upsert((Entity) given.fact());
  }

  @Test
  void aStatusWithoutItsTimeDoesNotLiftALockByItself() {
    books.put(locked());
    assertThat(books.put(entity(AccountRiskStatus.class))).isEqualTo(new Effect.Doubtful(ACCOUNT));
    assertThat(book.missing())
        .containsExactly(new Missing(EntityType.ACCOUNT_RISK_STATUS, ACCOUNT));
    assertThat(books.page().status()).isEqualTo(locked().fact());
  }

  @Test
  void aStatusInDoubtThatRestDoesNotConfirmWasHistory() {
    books.put(locked());
    books.put(entity(AccountRiskStatus.class));
    assertThat(book.fill(found(locked()))).isEqualTo(new Effect.Nothing());
    assertThat(book.missing()).isEmpty();
  }

  @Test
  void aStatusInDoubtThatRestConfirmsCounts() {
    books.put(locked());
    books.put(entity(AccountRiskStatus.class));
    assertThat(book.fill(found(entity(AccountRiskStatus.class))))
        .isInstanceOf(Effect.Changed.class);
    assertThat(books.page().status()).isEqualTo(entity(AccountRiskStatus.class).fact());
  }

  @Test
  void aNewerStatusWithItsTimeEndsTheDoubt() {
    books.put(locked());
    books.put(entity(AccountRiskStatus.class));
    books.put(locked().with("adminTimestamp", Instant.EPOCH.plusSeconds(90)));
    assertThat(book.fill(found(entity(AccountRiskStatus.class)))).isEqualTo(new Effect.Nothing());
  }

  @Test
  void anOlderMarginIsHistory() {
    var margin = marginSnapshot().with("timestamp", Instant.EPOCH.plusSeconds(60));
    books.put(margin.with("totalUsedMargin", "500"));
    var older = margin.with("timestamp", Instant.EPOCH).with("totalUsedMargin", "90000");
    assertThat(books.put(older)).isEqualTo(new Effect.Nothing());
  }

  @Test
  void anOlderRowThatComesLateIsNotTheTruth() {
    books.put(held(ES, 0, "5000").with("id", 1L).with("tradeDate", LocalDate.of(2026, 1, 6)));
    books.put(held(ES, 2, "5000").with("id", 2L));
    assertThat(books.page().openPositions()).isEmpty();
  }

  @Test
  void ofTwoRowsOfADateTheLaterIsTheTruth() {
    books.put(held(ES, 2, "5000").with("id", 1L).with("timestamp", Instant.EPOCH.plusSeconds(1)));
    books.put(held(ES, 3, "5000").with("id", 2L));
    assertThat(books.page().openPositions()).singleElement().returns(2, row -> row.netPos());
  }

  @Test
  void whenTheNewestRowGoesTheOneBeforeCounts() {
    books.put(held(ES, 2, "5000").with("id", 1L));
    books.put(held(ES, 0, "5000").with("id", 2L).with("tradeDate", LocalDate.of(2026, 1, 6)));
    books.delete(EntityType.POSITION, 2);
    assertThat(books.page().openPositions()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = OrdStatus.class,
      names = {"PendingNew", "Working", "PendingReplace", "PendingCancel", "Suspended", "Unknown"})
  void anOrderThatMayStillBeFilledIsAlive(OrdStatus status) {
    books.put(order(status));
    assertThat(books.page().liveOrders()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = OrdStatus.class,
      names = {"Canceled", "Completed", "Expired", "Filled", "Rejected"})
  void anOrderThatIsDoneIsNot(OrdStatus status) {
    books.put(order(OrdStatus.Working));
    books.put(order(status));
    assertThat(books.page().liveOrders()).isEmpty();
  }

  @Test
  void anAccountIsCompleteWithStatusMarginAndCash() {
    books.put(balance("100"));
    books.put(marginSnapshot());
    assertThat(books.page().isComplete()).isFalse();
    books.put(entity(AccountRiskStatus.class));
    assertThat(books.page().isComplete()).isTrue();
  }

  @Test
  void aPriceConcernsWhoHoldsTheContract() {
    books.put(held(ES, 1, "5000"));
    assertThat(book.apply(quote("5000", null, null))).containsExactly(ACCOUNT);
  }

  @Test
  void aPriceOfWhatNobodyHoldsConcernsNobody() {
    assertThat(book.apply(quote("5000", null, null))).isEmpty();
  }

  @Test
  void theSamePriceAgainConcernsNobody() {
    books.put(held(ES, 1, "5000"));
    book.apply(quote("5000", null, null));
    assertThat(book.apply(quote("5000", null, null))).isEmpty();
  }

  @Test
  void aPriceThatWasNotSentIsUnchanged() {
    book.apply(quote("5000", "4999", null));
    book.apply(quote(null, "4998", "5001"));
    assertThat(book.prices().of(ES)).isEqualTo(quote("5000", "4998", "5001"));
  }

  @Test
  void aNewBookTakesOverThePrices() {
    book.apply(quote("5000", null, null));
    var fresh = new Book();
    fresh.inheritPrices(book);
    assertThat(fresh.prices().of(ES)).isEqualTo(quote("5000", null, null));
  }

  @Test
  void aNewerPriceOfItsOwnIsNotOverwritten() {
    book.apply(quote("5000", null, null));
    var fresh = new Book();
    fresh.apply(quote("5001", null, null));
    fresh.inheritPrices(book);
    assertThat(fresh.prices().of(ES)).isEqualTo(quote("5001", null, null));
  }

  @Test
  void theHeldContractsAreThoseWithAnOpenPosition() {
    books.put(held(ES, -1, "5000"));
    books.put(held(Books.NQ, 0, "18000"));
    assertThat(book.heldContracts()).containsExactly(ES);
  }

  private static GivenRecord<Order> order(OrdStatus status) {
    return entity(Order.class).with("id", 5L).with("ordStatus", status);
  }

  private static Quote quote(@Nullable String trade, @Nullable String bid, @Nullable String offer) {
    return new Quote(ES, price(trade), price(bid), price(offer));
  }

  private static @Nullable BigDecimal price(@Nullable String price) {
    return price == null ? null : new BigDecimal(price);
  }
}
