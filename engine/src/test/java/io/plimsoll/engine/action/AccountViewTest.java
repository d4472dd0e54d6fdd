package io.plimsoll.engine.action;

import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.entity;
import static io.plimsoll.engine.session.Given.position;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.book.Book;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.session.GivenRecord;
import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.entity.Account;
import io.plimsoll.engine.tradovate.entity.AccountRiskStatus;
import io.plimsoll.engine.tradovate.entity.AdminAction;
import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.OrdStatus;
import io.plimsoll.engine.tradovate.entity.Order;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AccountViewTest {
  private final Book book = new Book();

  AccountViewTest() {
    put(entity(Account.class));
  }

  @Test
  void aStatusWithoutAdminActionIsNormal() {
    put(entity(AccountRiskStatus.class));
    assertThat(view().adminAction()).isEqualTo(AdminAction.Normal);
  }

  @Test
  void withoutAStatusTheAdminActionIsUnknown() {
    assertThat(view().adminAction()).isEqualTo(AdminAction.UNKNOWN);
  }

  @Test
  void aStatusThatIsGoneReleasesNobody() {
    var custody = Custody.FREE.saw(AdminAction.LockTradingImmediately);
    assertThat(custody.isRelease(view(), false)).isFalse();
  }

  @Test
  void showsTheAdminActionWithItsStamp() {
    put(
        entity(AccountRiskStatus.class)
            .with("adminAction", AdminAction.LockTradingImmediately)
            .with("adminTimestamp", Instant.EPOCH));
    assertThat(view())
        .returns(AdminAction.LockTradingImmediately, AccountView::adminAction)
        .returns(Instant.EPOCH, AccountView::adminTimestamp);
  }

  @Test
  void isFlatWithAPositionOfZero() {
    put(position().with("netPos", 0));
    assertThat(view().isFlat()).isTrue();
  }

  @Test
  void isNotFlatWhereAPositionCouldNotBeRead() {
    book.apply(new EntityChange.Unreadable(EntityType.POSITION, 5L, ACCOUNT));
    assertThat(view().isFlat()).isFalse();
    assertThat(view().isRestrained()).isFalse();
    assertThat(Steps.isShown(ActionKind.LIQUIDATE, view())).isFalse();
    assertThat(Steps.next(Restriction.LIQUIDATE_AND_LOCK, false, view()))
        .contains(ActionKind.LIQUIDATE);
  }

  @Test
  void isNotQuietWhereAnOrderCouldNotBeRead() {
    book.apply(new EntityChange.Unreadable(EntityType.ORDER, 5L, ACCOUNT));
    assertThat(view().isFlat()).isTrue();
    assertThat(view().isQuiet()).isFalse();
    assertThat(Steps.isShown(ActionKind.CANCEL, view())).isFalse();
  }

  @Test
  void aLockIsNotTakenOffForAPositionThatMayNotBeThere() {
    put(entity(AccountRiskStatus.class).with("adminAction", AdminAction.LockTradingImmediately));
    book.apply(new EntityChange.Unreadable(EntityType.POSITION, 5L, ACCOUNT));
    assertThat(Steps.next(Restriction.LIQUIDATE_AND_LOCK, false, view())).isEmpty();
  }

  @Test
  void namesTheOpenContractsInOrder() {
    put(position().with("id", 1L).with("contractId", 8L).with("netPos", -1));
    put(position().with("id", 2L).with("contractId", 7L).with("netPos", 1));
    assertThat(view().openContracts()).containsExactly(7L, 8L);
  }

  @Test
  void isNotQuietWhileACancelIsPending() {
    put(entity(Order.class).with("id", 5L).with("ordStatus", OrdStatus.PendingCancel));
    assertThat(view().liveOrders()).containsExactly(5L);
  }

  @Test
  void anOrderOfUnknownStateProvesNoLiquidationAndLetsNoLockFollow() {
    put(entity(Order.class).with("id", 5L).with("ordStatus", OrdStatus.Unknown));
    assertThat(view().isFlat()).isTrue();
    assertThat(Steps.isShown(ActionKind.LIQUIDATE, view())).isFalse();
    assertThat(Steps.next(Restriction.LIQUIDATE_AND_LOCK, false, view()))
        .contains(ActionKind.LIQUIDATE);
    put(entity(Order.class).with("id", 5L).with("ordStatus", OrdStatus.Canceled));
    assertThat(Steps.isShown(ActionKind.LIQUIDATE, view())).isTrue();
    assertThat(Steps.next(Restriction.LIQUIDATE_AND_LOCK, false, view())).contains(ActionKind.LOCK);
  }

  private AccountView view() {
    return AccountView.of(book.account(ACCOUNT).orElseThrow());
  }

  private void put(GivenRecord<? extends Record> given) {
    book.apply(new EntityChange.Upsert((Entity) given.fact()));
  }
}
