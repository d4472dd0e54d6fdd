package io.plimsoll.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.Secret;
import io.plimsoll.engine.action.AccountView;
import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.action.ActionKind;
import io.plimsoll.engine.action.ActionSettings;
import io.plimsoll.engine.action.ActionSettings.By;
import io.plimsoll.engine.tradovate.Allowance;
import io.plimsoll.engine.tradovate.Answer;
import io.plimsoll.engine.tradovate.BrokerLimits;
import io.plimsoll.engine.tradovate.Credentials;
import io.plimsoll.engine.tradovate.Rest;
import io.plimsoll.engine.tradovate.Tokens;
import io.plimsoll.engine.tradovate.entity.AdminAction;
import io.plimsoll.simulator.Settings;
import io.plimsoll.simulator.Simulator;
import io.plimsoll.simulator.ledger.Change;
import io.plimsoll.simulator.ledger.Opening;
import io.plimsoll.simulator.rest.Fault;
import io.plimsoll.simulator.rest.RequestLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class AccountRequestsTest {
  private static final long ACCOUNT = 7001;
  private static final String SET = "accountRiskStatus/setadminautoliqaction";
  private static final String CLOSE = "order/liquidateposition";
  private static final String CANCEL = "order/cancelorder";
  private static final long ES = 100;
  private static final long NQ = 200;

  private final Simulator broker =
      Simulator.start(Settings.defaults().withPriceTick(Duration.ZERO).withBackgroundAccounts(0));
  private final Rest rest =
      new Rest(
          broker.restUri(),
          Duration.ofSeconds(3),
          new Allowance(BrokerLimits.PUBLISHED, InstantSource.system(), hindrance -> {}),
          InstantSource.system());
  private final Tokens tokens =
      new Tokens(
          rest,
          new Credentials("demo", new Secret("demo"), "test", "1", "device", null, null),
          InstantSource.system(),
          hindrance -> {});

  AccountRequestsTest() {
    broker.control().openAccount(Opening.account(ACCOUNT, "SEVEN", "50000").holding("ESZ6", 2));
  }

  @AfterEach
  void close() {
    rest.close();
    broker.close();
  }

  private static Action action(ActionKind kind, String reason) {
    return Action.decided(ACCOUNT, "trailing", 1, kind, 1, reason, Instant.now(), null);
  }

  private static AccountView view(List<Long> contracts, List<Long> orders) {
    return new AccountView(ACCOUNT, contracts, orders, AdminAction.Normal, null, false, Set.of());
  }

  private Answer send(By by, ActionKind kind, AccountView view) {
    return send(by, action(kind, "below its floor"), view);
  }

  private Answer send(By by, Action action, AccountView view) {
    var settings =
        new ActionSettings(
            by, Duration.ofSeconds(5), Duration.ofSeconds(60), "RestrictedRiskRestriction");
    return new AccountRequests(rest, tokens, settings).send(action, view, () -> true);
  }

  /** Both positions are told to close; faults decide what becomes of each. */
  private Answer closeTwo() {
    return send(By.ORDERS, ActionKind.LIQUIDATE, view(List.of(ES, NQ), List.of()));
  }

  private void fault(String endpoint, Fault... faults) {
    for (var fault : faults) {
      broker.control().fault(endpoint, fault, 1);
    }
  }

  private List<RequestLog.Entry> asked(String endpoint) {
    return broker.control().requests(endpoint);
  }

  @ParameterizedTest
  @CsvSource({
    "LIQUIDATE,LiquidateImmediately",
    "LIQUIDATE_ONLY,LiquidateOnlyModeImmediately",
    "LOCK,LockTradingImmediately",
    "UNLOCK,Normal",
  })
  void anAdminSetsTheAdminAction(ActionKind kind, String expected) {
    assertThat(send(By.ADMIN, kind, view(List.of(ES), List.of()))).isInstanceOf(Answer.Ok.class);
    var body = asked(SET).getFirst().body();
    assertThat(body.path("accountId").asLong()).isEqualTo(ACCOUNT);
    assertThat(body.path("adminAction").asString()).isEqualTo(expected);
    assertThat(body.path("adminActionReasonCode").asString())
        .isEqualTo("RestrictedRiskRestriction");
    assertThat(body.path("adminActionReason").asString()).isEqualTo("below its floor");
  }

  @Test
  void anAdminLiquidatesWithOneRequest() {
    assertThat(send(By.ADMIN, ActionKind.LIQUIDATE, view(List.of(ES, NQ), List.of(5L, 6L))))
        .isInstanceOf(Answer.Ok.class);
    assertThat(asked(SET)).hasSize(1);
    assertThat(asked(CLOSE)).isEmpty();
    assertThat(asked(CANCEL)).isEmpty();
  }

  @Test
  void aReasonThatIsTooLongIsCut() {
    var talkative = action(ActionKind.LOCK, "x".repeat(9000));
    assertThat(send(By.ADMIN, talkative, view(List.of(), List.of()))).isInstanceOf(Answer.Ok.class);
    assertThat(asked(SET).getFirst().body().path("adminActionReason").asString()).hasSize(8192);
  }

  @Test
  void withoutAdminRightEachPositionIsClosed() {
    fault(CLOSE, new Fault.Ignore(), new Fault.Ignore());
    assertThat(closeTwo()).isInstanceOf(Answer.Ok.class);
    assertThat(asked(CLOSE))
        .extracting(each -> each.body().path("contractId").asLong())
        .containsExactly(ES, NQ);
    var body = asked(CLOSE).getFirst().body();
    assertThat(body.path("accountId").asLong()).isEqualTo(ACCOUNT);
    assertThat(body.path("admin").asBoolean(true)).isFalse();
    assertThat(body.path("isAutomated").asBoolean(false)).isTrue();
    assertThat(asked(SET)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(By.class)
  void cancellingCancelsEachOrder(By by) {
    fault(CANCEL, new Fault.Ignore(), new Fault.Ignore());
    assertThat(send(by, ActionKind.CANCEL, view(List.of(ES), List.of(5L, 6L))))
        .isInstanceOf(Answer.Ok.class);
    assertThat(asked(CANCEL))
        .extracting(each -> each.body().path("orderId").asLong())
        .containsExactly(5L, 6L);
    assertThat(asked(CANCEL).getFirst().body().path("isAutomated").asBoolean(false)).isTrue();
    assertThat(asked(CLOSE)).isEmpty();
  }

  @Test
  void runningStrategiesAreInterruptedBeforeOrdersAreCancelled() {
    strategy(31, "ActiveStrategy");
    strategy(32, "StoppedByUser");
    fault(CANCEL, new Fault.Ignore());
    assertThat(send(By.ORDERS, ActionKind.CANCEL, view(List.of(), List.of(5L))))
        .isInstanceOf(Answer.Ok.class);
    assertThat(broker.control().requests())
        .extracting(RequestLog.Entry::endpoint)
        .containsSubsequence("orderStrategy/interruptorderstrategy", CANCEL);
    assertThat(asked("orderStrategy/interruptorderstrategy"))
        .extracting(each -> each.body().path("orderStrategyId").asLong())
        .containsExactly(31L);
  }

  private void strategy(long id, String status) {
    var fields =
        JsonMapper.shared()
            .createObjectNode()
            .put("id", id)
            .put("accountId", ACCOUNT)
            .put("status", status);
    broker.control().sendEntity("orderStrategy", Change.Kind.Created, fields);
  }

  @Test
  void aPenaltyIsAnsweredWithItsTicketOnce() {
    fault(SET, new Fault.Penalty(Duration.ZERO, false));
    assertThat(send(By.ADMIN, ActionKind.LOCK, view(List.of(), List.of())))
        .isInstanceOf(Answer.Ok.class);
    assertThat(asked(SET))
        .extracting(each -> each.body().path("p-ticket").asString("none"))
        .containsExactly("none", "ticket-1");
  }

  @Test
  void aPenaltyThatNeedsAPersonIsNotAnswered() {
    fault(SET, new Fault.Penalty(Duration.ZERO, true));
    assertThat(send(By.ADMIN, ActionKind.LOCK, view(List.of(), List.of())))
        .isInstanceOf(Answer.Penalty.class);
    assertThat(asked(SET)).hasSize(1);
  }

  @Test
  void aLongPenaltyIsReportedAndNotWaitedFor() {
    fault(SET, new Fault.Penalty(Duration.ofMinutes(5), false));
    assertThat(send(By.ADMIN, ActionKind.LOCK, view(List.of(), List.of())))
        .isInstanceOf(Answer.Penalty.class);
  }

  @ParameterizedTest
  @CsvSource({
    "401,Unauthorized",
    "404,Refused",
    "429,Limited",
    "423,Limited",
    "500,Unclear",
    "408,Unclear"
  })
  void anAnswerIsReportedAsItIs(int status, String expected) {
    fault(SET, new Fault.Status(status));
    assertThat(
            send(By.ADMIN, ActionKind.LOCK, view(List.of(), List.of())).getClass().getSimpleName())
        .isEqualTo(expected);
    assertThat(asked(SET)).hasSize(1);
  }

  @Test
  void aLostAnswerIsUnclearAndNotSentAgain() {
    fault(SET, new Fault.LoseAnswer());
    assertThat(send(By.ADMIN, ActionKind.LOCK, view(List.of(), List.of())))
        .isInstanceOf(Answer.Unclear.class);
    assertThat(asked(SET)).hasSize(1);
    assertThat(broker.control().account(ACCOUNT).adminAction()).contains("LockTradingImmediately");
  }

  @ParameterizedTest
  @CsvSource({"401", "408"})
  void aTokenThatMayBeGoneIsRenewedBeforeTheNextAction(int status) {
    fault(SET, new Fault.Status(status));
    assertThat(send(By.ADMIN, ActionKind.LOCK, view(List.of(), List.of())))
        .isNotInstanceOf(Answer.Ok.class);
    assertThat(send(By.ADMIN, ActionKind.LOCK, view(List.of(), List.of())))
        .isInstanceOf(Answer.Ok.class);
    assertThat(asked("auth/renewaccesstoken")).hasSize(1);
    assertThat(asked("auth/accesstokenrequest")).hasSize(1);
  }

  @Test
  void withoutATokenNothingIsSent() {
    fault("auth/accesstokenrequest", new Fault.ErrorText("Locked"));
    assertThat(send(By.ADMIN, ActionKind.LOCK, view(List.of(), List.of())))
        .isInstanceOf(Answer.Unreachable.class);
    assertThat(asked(SET)).isEmpty();
  }

  @Test
  void aRefusalCarriesItsReason() {
    fault(SET, new Fault.ErrorText("Access is denied"));
    assertThat(send(By.ADMIN, ActionKind.LOCK, view(List.of(), List.of())))
        .isEqualTo(new Answer.Refused("Access is denied"));
  }

  @Test
  void theWorstAnswerOfSeveralWins() {
    fault(CLOSE, new Fault.FailureReason("SessionClosed", ""), new Fault.Status(500));
    assertThat(closeTwo()).isInstanceOf(Answer.Unclear.class);
  }

  static Stream<Fault> notExecuted() {
    return Stream.of(
        new Fault.FailureReason("SessionClosed", ""),
        new Fault.Status(429),
        new Fault.Status(401),
        new Fault.Status(404),
        new Fault.Penalty(Duration.ZERO, true));
  }

  @ParameterizedTest
  @MethodSource("notExecuted")
  void aLiquidationOfWhichOneHalfWentIsUnclear(Fault other) {
    fault(CLOSE, new Fault.Ignore(), other);
    assertThat(closeTwo()).isInstanceOf(Answer.Unclear.class);
  }

  @Test
  void aClosedSessionIsStillSaidWhenOnlyOrdersWereCancelled() {
    fault(CANCEL, new Fault.Ignore());
    fault(CLOSE, new Fault.FailureReason("SessionClosed", ""));
    assertThat(send(By.ORDERS, ActionKind.LIQUIDATE, view(List.of(ES), List.of(5L))))
        .isEqualTo(new Answer.Refused("SessionClosed"));
  }

  @Test
  void aCancelThatCameTooLateDoesNotMakeALiquidationRefused() {
    fault(CANCEL, new Fault.FailureReason("TooLate", "Filled."));
    fault(CLOSE, new Fault.Ignore());
    assertThat(send(By.ORDERS, ActionKind.LIQUIDATE, view(List.of(ES), List.of(5L))))
        .isInstanceOf(Answer.Unclear.class);
  }

  @Test
  void aFailedLookForStrategiesDoesNotKeepPositionsOpen() {
    fault("orderStrategy/deps", new Fault.Status(404));
    fault(CLOSE, new Fault.Ignore());
    assertThat(send(By.ORDERS, ActionKind.LIQUIDATE, view(List.of(ES), List.of())))
        .isInstanceOf(Answer.Unclear.class);
    assertThat(asked(CLOSE)).hasSize(1);
  }

  @Test
  void anOrderAcceptedWithoutAnIdIsUnclear() {
    fault(CLOSE, new Fault.Status(200));
    assertThat(send(By.ORDERS, ActionKind.LIQUIDATE, view(List.of(ES), List.of())))
        .isInstanceOf(Answer.Unclear.class);
  }

  @Test
  void nothingToCancelIsDone() {
    assertThat(send(By.ORDERS, ActionKind.CANCEL, view(List.of(), List.of())))
        .isInstanceOf(Answer.Ok.class);
  }
}
