package io.plimsoll.engine.tradovate;

import static io.plimsoll.engine.tradovate.Frames.CASH;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.tradovate.entity.Account;
import io.plimsoll.engine.tradovate.entity.AdminAlertSignal;
import io.plimsoll.engine.tradovate.entity.CashBalance;
import io.plimsoll.engine.tradovate.entity.CashBalanceLog;
import io.plimsoll.engine.tradovate.entity.CashBalanceLog.CashChangeType;
import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadsTest {
  private final Scripted broker = new Scripted();
  private final Rest rest = TestBroker.rest(broker.uri(), Duration.ofSeconds(3));
  private final TestBroker.Clock clock = new TestBroker.Clock();
  private final Reads reads =
      new Reads(rest, new Tokens(rest, TestBroker.login("x"), clock, hindrance -> {}));

  @AfterEach
  void close() {
    rest.close();
    broker.close();
  }

  @Test
  void anItemIsReadByItsId() {
    broker.answers("cashBalance/item", CASH);
    assertThat(found(reads.item(EntityType.CASH_BALANCE, 5)))
        .singleElement()
        .isInstanceOfSatisfying(
            CashBalance.class,
            cash -> assertThat(cash.amount()).isEqualTo(new BigDecimal("50000.25")));
    assertThat(broker.asked()).containsExactly("cashBalance/item?id=5");
  }

  @Test
  void theFiveOperationsAskAsTheVendorSays() {
    broker.answers("", "[]");
    reads.items(EntityType.ORDER, List.of(1L, 2L));
    reads.deps(EntityType.ORDER, 7);
    reads.ldeps(EntityType.FILL, List.of(3L, 4L, 3L));
    reads.list(EntityType.ACCOUNT_RISK_STATUS);
    assertThat(broker.asked())
        .containsExactly(
            "order/items?ids=1,2",
            "order/deps?masterid=7",
            "fill/ldeps?masterids=3,4",
            "accountRiskStatus/list");
  }

  @Test
  void askingForNobodyAsksNothing() {
    assertThat(found(reads.ldeps(EntityType.FILL, List.of()))).isEmpty();
    assertThat(broker.asked()).isEmpty();
  }

  @Test
  void manyIdsAreAskedForInSeveralCallsAndAnsweredAsOne() {
    broker.answers("contract/items", "[{'id':1,'name':'ESZ6','contractMaturityId':2}]");
    var ids = LongStream.rangeClosed(1, 250).boxed().toList();
    assertThat(found(reads.items(EntityType.CONTRACT, ids))).hasSize(3);
    assertThat(broker.asked()).hasSize(3).last().asString().endsWith(",249,250");
  }

  @Test
  void manyIdsAreNotHalfAnswered() {
    broker.answersOnce("contract/items", 200, "[{'id':1,'name':'ESZ6','contractMaturityId':2}]");
    broker.answersOnce("contract/items", 503, "");
    var ids = LongStream.rangeClosed(1, 250).boxed().toList();
    assertThat(reads.items(EntityType.CONTRACT, ids)).isInstanceOf(Read.Later.class);
  }

  @Test
  void whatCannotBeReadIsToldBesideWhatCan() {
    broker.answers(
        "account/list",
        "[{'id':1,'name':'A','closed':'no'},{'id':2},7,{'id':3,'name':'B','new':{}}]");
    var read = reads.list(EntityType.ACCOUNT);
    assertThat(found(read)).extracting(Entity::id).containsExactly(1L, 3L);
    assertThat(((Read.Found<Entity>) read).odd())
        .extracting(Message.Odd::kind)
        .containsExactly("field:account.closed", "entity:bad-account", "entity:bad-account");
  }

  @Test
  void whoseRowsCouldNotBeReadIsTold() {
    broker.answers("position/ldeps", "[{'id':5,'accountId':7},{'id':6}]");
    var read = reads.ldeps(EntityType.POSITION, List.of(7L, 8L));
    assertThat(((Read.Found<Entity>) read).unreadable())
        .containsExactly(
            new EntityChange.Unreadable(EntityType.POSITION, 5L, 7L),
            new EntityChange.Unreadable(EntityType.POSITION, 6L, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[]; 0",
        "[{'id':5,'accountId':7}]; 1",
        "[{'id':5}]; 2",
        "{'errorText':'Access is denied'}; 2",
      })
  void anAccountIsReadOnlyWhereAllOfItCouldBe(String body, int unread) throws Exception {
    broker.answers("position/ldeps", body);
    var told = new CompletableFuture<Inbound.Fetched>();
    try (var fetcher = new Fetcher(reads, new Oddities())) {
      fetcher.fetch(
          Set.of(new Missing(EntityType.POSITION, 7), new Missing(EntityType.POSITION, 8)),
          told::complete);
      assertThat(told.get(10, TimeUnit.SECONDS).unread())
          .hasSize(unread)
          .isSubsetOf(told.get().asked());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null"})
  void noneIsAnAnswerToo(String body) {
    broker.answers("userAccountAutoLiq/deps", body);
    assertThat(found(reads.deps(EntityType.USER_ACCOUNT_AUTO_LIQ, 7))).isEmpty();
  }

  @Test
  void whatIsNotThereIsAbsent() {
    broker.fails("account/item", 404, "Account 9 is not known.");
    assertThat(reads.item(EntityType.ACCOUNT, 9))
        .isEqualTo(new Read.Absent<>("status 404 Account 9 is not known."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'errorText':'Access is denied'}",
        "{'violations':[{'constraint':'min','value':0,'description':'x'}]}"
      })
  void statusTwoHundredMayBeARefusal(String body) {
    broker.answers("account/list", body);
    assertThat(reads.list(EntityType.ACCOUNT)).isInstanceOf(Read.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({"429,30", "423,30", "500,0", "503,0", "408,0"})
  void aTroubleThatPassesIsForLater(int status, int seconds) {
    broker.fails("account/list", status, "");
    assertThat(reads.list(EntityType.ACCOUNT))
        .isInstanceOfSatisfying(
            Read.Later.class,
            later -> assertThat(later.after()).isEqualTo(Duration.ofSeconds(seconds)));
  }

  @Test
  void aPenaltyIsForAfterItsTime() {
    broker.answers("account/list", "{'p-ticket':'t','p-time':15}");
    assertThat(reads.list(EntityType.ACCOUNT))
        .isEqualTo(new Read.Later<>("penalty", Duration.ofSeconds(15)));
  }

  @Test
  void aPenaltyThatWantsAPersonIsForAfterAnHour() {
    broker.answers("account/list", "{'p-ticket':'t','p-time':15,'p-captcha':true}");
    assertThat(reads.list(EntityType.ACCOUNT))
        .isEqualTo(new Read.Later<>("penalty", Duration.ofHours(1)));
  }

  @Test
  void aTokenThatIsNotTakenIsRenewedAndTheCallMadeOnceMore() {
    broker.answersOnce("account/list", 401, "Expired Access Token");
    broker.answers("account/list", "[{'id':1,'name':'A'}]");
    assertThat(found(reads.list(EntityType.ACCOUNT))).hasOnlyElementsOfType(Account.class);
    assertThat(broker.asked()).containsExactly("account/list", "account/list");
    assertThat(broker.renewals()).isEqualTo(1);
  }

  @Test
  void whatAFreshTokenMayNotReadEitherIsRefused() {
    broker.fails("adminAlertSignal/list", 401, "Access is denied");
    assertThat(reads.adminAlerts())
        .isEqualTo(new Read.Refused<>("no right to this (Access is denied)"));
    assertThat(broker.asked()).hasSize(2);
  }

  @Test
  void withinAMinuteNoOtherTokenIsAskedFor() {
    broker.fails("adminAlertSignal/list", 401, "Access is denied");
    reads.adminAlerts();
    reads.adminAlerts();
    assertThat(reads.adminAlerts()).isInstanceOf(Read.Later.class);
    assertThat(broker.renewals()).isEqualTo(1);
  }

  @Test
  void withoutATokenItIsForLater() {
    broker.refusesLogins();
    assertThat(reads.list(EntityType.ACCOUNT))
        .isInstanceOfSatisfying(
            Read.Later.class, later -> assertThat(later.reason()).startsWith("no token: "));
    assertThat(broker.asked()).isEmpty();
  }

  @Test
  void cashMovementsSayWhyCashChanged() {
    broker.answers(
        "cashBalanceLog/deps",
        "[%s,%s]"
            .formatted(
                CASH.replace(
                    "50000.25", "50000.25,'cashChangeType':'FundTransaction','delta':-250.5"),
                "{'id':6,'accountId':25,'timestamp':'2026-11-20T15:00:00Z','delta':1,"
                    + "'cashChangeType':'Lottery'}"));
    var read = reads.cashMovements(25);
    assertThat(found(read))
        .extracting(CashBalanceLog::cashChangeType)
        .containsExactly(CashChangeType.FundTransaction, CashChangeType.UNKNOWN);
    assertThat(found(read).getFirst().delta()).isEqualTo(new BigDecimal("-250.5"));
    assertThat(broker.asked()).containsExactly("cashBalanceLog/deps?masterid=25");
  }

  @Test
  void anAdminAlertIsOpenUntilItWasCompleted() {
    broker.answers(
        "adminAlertSignal/list",
        "[{'id':1,'text':'auto-liq','relatedToAccountId':25},"
            + "{'id':2,'text':'done','completed':'2026-11-20T15:00:00Z'}]");
    assertThat(found(reads.adminAlerts()))
        .filteredOn(alert -> alert.completed() == null)
        .extracting(AdminAlertSignal::relatedToAccountId)
        .containsExactly(25L);
  }

  @Test
  void aCashSnapshotLeavesOutWhatTheBrokerLeavesOut() {
    broker.answers(
        "cashBalance/getcashbalancesnapshot", "{'totalCashValue':50000.25,'netLiq':50000.25}");
    assertThat(found(reads.cashBalanceSnapshot(25)))
        .singleElement()
        .returns(new BigDecimal("50000.25"), CashBalanceSnapshot::netLiq)
        .returns(null, CashBalanceSnapshot::openPnL)
        .returns(null, CashBalanceSnapshot::realizedPnL)
        .returns(null, CashBalanceSnapshot::totalPnL);
  }

  @Test
  void aCashSnapshotWithAnErrorIsRefused() {
    broker.answers("cashBalance/getcashbalancesnapshot", "{'errorText':'no such account'}");
    assertThat(reads.cashBalanceSnapshot(25)).isEqualTo(new Read.Refused<>("no such account"));
  }

  @Test
  void aCashSnapshotWithoutAValueIsNone() {
    broker.answers("cashBalance/getcashbalancesnapshot", "{'netLiq':'NaN'}");
    var read = reads.cashBalanceSnapshot(25);
    assertThat(found(read)).isEmpty();
    assertThat(((Read.Found<CashBalanceSnapshot>) read).odd()).hasSize(1);
  }

  private static <T> List<T> found(Read<T> read) {
    assertThat(read).isInstanceOf(Read.Found.class);
    return ((Read.Found<T>) read).entities();
  }
}
