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
import io.plimsoll.engine.tradovate.LoginException;
import io.plimsoll.engine.tradovate.Rest;
import io.plimsoll.engine.tradovate.Tokens;
import io.plimsoll.engine.tradovate.entity.AdminAction;
import io.plimsoll.simulator.Settings;
import io.plimsoll.simulator.Simulator;
import io.plimsoll.simulator.ledger.Opening;
import io.plimsoll.simulator.rest.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Account actions when the calls of the hour run out. Logging in is not of them. */
class ScarceRequestsTest {
  private static final long ACCOUNT = 7001;
  private static final String SET = "accountRiskStatus/setadminautoliqaction";
  private static final String CLOSE = "order/liquidateposition";

  private final Simulator broker =
      Simulator.start(Settings.defaults().withPriceTick(Duration.ZERO).withBackgroundAccounts(0));
  private final Rest rest = rest(4);
  private final Tokens tokens =
      new Tokens(
          rest,
          new Credentials("demo", new Secret("demo"), "test", "1", "device", null, null),
          InstantSource.system(),
          hindrance -> {});

  ScarceRequestsTest() {
    broker.control().openAccount(Opening.account(ACCOUNT, "SEVEN", "50000").holding("ESZ6", 2));
  }

  private Rest rest(int calls) {
    var clock = InstantSource.system();
    var allowance = new Allowance(new BrokerLimits(calls, 300, 15, 5), clock, hindrance -> {});
    return new Rest(broker.restUri(), Duration.ofSeconds(3), allowance, clock);
  }

  @AfterEach
  void close() {
    rest.close();
    broker.close();
  }

  private Answer send(By by, ActionKind kind, List<Long> contracts) {
    var settings =
        new ActionSettings(
            by, Duration.ofSeconds(5), Duration.ofSeconds(60), "RestrictedRiskRestriction");
    var action = Action.decided(ACCOUNT, "trailing", 1, kind, 1, "low", Instant.now(), null);
    var view =
        new AccountView(ACCOUNT, contracts, List.of(), AdminAction.Normal, null, false, Set.of());
    return new AccountRequests(rest, tokens, settings).send(action, view, () -> true);
  }

  private Answer lock() {
    return send(By.ADMIN, ActionKind.LOCK, List.of());
  }

  private int asked(String endpoint) {
    return broker.control().requests(endpoint).size();
  }

  @Test
  void anActionBeyondTheBudgetIsNotSentAndSaysSo() {
    for (int call = 0; call < 4; call++) {
      assertThat(lock()).isInstanceOf(Answer.Ok.class);
    }
    assertThat(lock())
        .isInstanceOfSatisfying(
            Answer.NotSent.class,
            no -> {
              assertThat(no.reason()).contains("4 calls an hour");
              assertThat(no.pause()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
            });
    assertThat(asked(SET)).isEqualTo(4);
  }

  @Test
  void readsCannotUseUpWhatIsKeptForActions() throws LoginException {
    for (int call = 0; call < 50; call++) {
      assertThat(rest.get("account/list", tokens.current())).isNotNull();
    }
    assertThat(asked("account/list")).isEqualTo(2);
    assertThat(lock()).isInstanceOf(Answer.Ok.class);
    assertThat(lock()).isInstanceOf(Answer.Ok.class);
  }

  @Test
  void aTicketThatTheBudgetHasNoRoomForIsNotSent() {
    for (int call = 0; call < 3; call++) {
      assertThat(lock()).isInstanceOf(Answer.Ok.class);
    }
    broker.control().fault(SET, new Fault.Penalty(Duration.ZERO, false), 1);
    assertThat(lock()).isInstanceOf(Answer.NotSent.class);
    assertThat(asked(SET)).isEqualTo(4);
  }

  @Test
  void aLiquidationThatRunsOutHalfWayIsInDoubt() {
    broker.control().fault(CLOSE, new Fault.Ignore(), 9);
    assertThat(send(By.ORDERS, ActionKind.LIQUIDATE, List.of(100L, 200L, 300L, 400L)))
        .isInstanceOf(Answer.Unclear.class);
    assertThat(asked(CLOSE)).isEqualTo(3);
  }

  @Test
  void aLiquidationOfWhichNothingLeftIsNotSent() {
    for (int call = 0; call < 4; call++) {
      assertThat(lock()).isInstanceOf(Answer.Ok.class);
    }
    assertThat(send(By.ORDERS, ActionKind.LIQUIDATE, List.of(100L, 200L)))
        .isInstanceOf(Answer.NotSent.class);
    assertThat(asked(CLOSE)).isZero();
  }

  @Test
  void aLimitOfTheBrokersHoldsBackNoFurtherAction() {
    broker.control().fault(SET, new Fault.Status(429), 1);
    assertThat(lock()).isEqualTo(new Answer.Limited(429, null));
    assertThat(lock()).isInstanceOf(Answer.Ok.class);
  }
}
