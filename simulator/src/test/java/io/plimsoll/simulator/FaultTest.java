package io.plimsoll.simulator;

import static io.plimsoll.simulator.Brokers.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
  private static final String LIQUIDATE = "{'accountId':7001,'contractId':3445601,'admin':false}";

  private Simulator broker;
  private Rest rest;

  @BeforeEach
  void start() {
    broker = Brokers.withPosition();
    rest = Rest.loggedIn(broker);
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 401, 423, 429})
  void aStatusComesWithAnEmptyBodyAndNothingIsDone(int status) {
    fault("'kind':'status','status':" + status);

    var answer = rest.answer("order/liquidateposition", LIQUIDATE);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEmpty();
    assertThat(broker.control().account(ACCOUNT).netPos()).isNotEmpty();
  }

  @Test
  void onTheSocketAStatusHasNoPayload() {
    fault("'kind':'status','status':429");
    try (var wire = Wire.authorized(broker)) {
      var answer = wire.call("order/liquidateposition", "", LIQUIDATE.replace('\'', '"'));

      assertThat(answer.path("s").asInt()).isEqualTo(429);
      assertThat(answer.has("d")).isFalse();
    }
  }

  @Test
  void aFaultHappensAsOftenAsAskedAndNoMore() {
    fault("'kind':'status','status':500,'times':2");

    assertThat(rest.answer("order/liquidateposition", LIQUIDATE).statusCode()).isEqualTo(500);
    assertThat(rest.answer("order/liquidateposition", LIQUIDATE).statusCode()).isEqualTo(500);
    assertThat(rest.answer("order/liquidateposition", LIQUIDATE).statusCode()).isEqualTo(200);
  }

  @Test
  void errorTextComesWithStatus200() {
    fault("'kind':'error-text','text':'not today'");

    assertThat(rest.post("order/liquidateposition", LIQUIDATE).path("errorText").asString())
        .isEqualTo("not today");
    assertThat(broker.control().account(ACCOUNT).netPos()).isNotEmpty();
  }

  @Test
  void failureReasonComesWithStatus200() {
    fault("'kind':'failure-reason','reason':'SessionClosed'");

    assertThat(rest.post("order/liquidateposition", LIQUIDATE).path("failureReason").asString())
        .isEqualTo("SessionClosed");
  }

  @Test
  void aPenaltyIsLiftedByTheTicketOnceItsTimeIsOver() {
    fault("'kind':'penalty','seconds':0");
    var penalty = rest.post("order/liquidateposition", LIQUIDATE);
    assertThat(penalty.path("p-time").isNumber()).isTrue();
    assertThat(broker.control().account(ACCOUNT).netPos()).isNotEmpty();

    var again =
        rest.post(
            "order/liquidateposition",
            LIQUIDATE.replace("{", "{'p-ticket':'" + penalty.path("p-ticket").asString() + "',"));

    assertThat(again.path("orderId").asLong()).isPositive();
  }

  @Test
  void aTicketSentTooEarlyIsPenalizedAgain() {
    fault("'kind':'penalty','seconds':60");
    var ticket = rest.post("order/liquidateposition", LIQUIDATE).path("p-ticket").asString();

    var again =
        rest.post(
            "order/liquidateposition", LIQUIDATE.replace("{", "{'p-ticket':'" + ticket + "',"));

    assertThat(again.has("p-ticket")).isTrue();
    assertThat(broker.control().account(ACCOUNT).netPos()).isNotEmpty();
  }

  @Test
  void aDelayedRequestIsAnsweredLateAndTheSocketStaysFree() {
    fault("'kind':'delay','ms':1000");
    try (var wire = Wire.authorized(broker)) {
      var slow = wire.send("order/liquidateposition", "", LIQUIDATE.replace('\'', '"'));
      wire.call("auth/me", "", "");
      assertThat(wire.responses(slow)).isEmpty();

      wire.await(messages ->
          messages.filter(each -> each.path("i").asInt(-1) == slow).findFirst().orElse(null));
      assertThat(broker.control().account(ACCOUNT).netPos()).isEmpty();
    }
  }

  @Test
  void aLostAnswerIsExecutedAndTheConnectionBroken() {
    fault("'kind':'lose-answer'");

    assertThatThrownBy(() -> rest.answer("order/liquidateposition", LIQUIDATE))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(IOException.class);
    assertThat(broker.control().account(ACCOUNT).netPos()).isEmpty();
    assertThat(broker.control().requests("order/liquidateposition").getFirst().status()).isZero();
  }

  @Test
  void onTheSocketALostAnswerEndsTheSocket() {
    fault("'kind':'lose-answer'");
    try (var wire = Wire.authorized(broker)) {
      var id = wire.send("order/liquidateposition", "", LIQUIDATE.replace('\'', '"'));
      wire.awaitClose();

      assertThat(wire.responses(id)).isEmpty();
      assertThat(broker.control().account(ACCOUNT).netPos()).isEmpty();
    }
  }

  @Test
  void anIgnoredRequestLooksLikeSuccess() {
    fault("'kind':'ignore'");

    assertThat(rest.post("order/liquidateposition", LIQUIDATE).path("orderId").asLong())
        .isPositive();
    assertThat(broker.control().account(ACCOUNT).netPos()).containsEntry("ESZ6", 2);
  }

  @Test
  void anIgnoredLockIsAnsweredAsSetAndIsNot() {
    Rest.stranger(broker)
        .sim("fault", "{'endpoint':'accountRiskStatus/setAdminAutoLiqAction','kind':'ignore'}");

    var answer =
        rest.post(
            "accountRiskStatus/setadminautoliqaction",
            "{'accountId':7001,'adminAction':'LockTradingImmediately','adminActionReasonCode':'RestrictedRiskRestriction'}");

    assertThat(answer.path("accountRiskStatus").path("adminAction").asString())
        .isEqualTo("LockTradingImmediately");
    assertThat(broker.control().account(ACCOUNT).adminAction()).contains("Normal");
  }

  @Test
  void anUnknownKindIsRefusedWithTheWayOut() {
    var answer =
        Rest.stranger(broker).sim("fault", "{'endpoint':'order/placeorder','kind':'explode'}");

    assertThat(answer.path("error").asString()).contains("explode").contains("lose-answer");
  }

  private void fault(String fields) {
    Rest.stranger(broker).sim("fault", "{'endpoint':'order/liquidateposition'," + fields + "}");
  }
}
