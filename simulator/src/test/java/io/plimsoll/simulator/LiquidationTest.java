package io.plimsoll.simulator;

import static io.plimsoll.simulator.Brokers.ACCOUNT;
import static io.plimsoll.simulator.Brokers.ES;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.simulator.ledger.Side;
import io.plimsoll.simulator.ledger.Ticket;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiquidationTest {
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

  @Test
  void closesThePositionAndTheEventsFollow() {
    try (var wire = Wire.synced(broker)) {
      var answer =
          rest.post(
              "order/liquidateposition", "{'accountId':7001,'contractId':3445601,'admin':false}");

      assertThat(answer.path("orderId").asLong()).isPositive();
      assertThat(answer.has("failureReason")).isFalse();
      wire.props("position", position -> position.path("netPos").asInt() == 0);
      wire.props("marginSnapshot", margin -> margin.path("totalUsedMargin").asInt(-1) == 0);
      assertThat(wire.propsTypes())
          .contains(
              "command",
              "order",
              "commandReport",
              "executionReport",
              "fill",
              "fillPair",
              "position",
              "cashBalance",
              "marginSnapshot");
      assertThat(broker.control().account(ACCOUNT).netPos()).isEmpty();
    }
  }

  @Test
  void aFlatPositionHasNoNetPriceAnyMore() {
    rest.post("order/liquidateposition", "{'accountId':7001,'contractId':3445601,'admin':false}");

    assertThat(rest.get("position/list").get(0).has("netPrice")).isFalse();
  }

  @Test
  void ofAFlatPositionIsRefusedWithStatus200AndOrdersNothing() {
    rest.post("order/liquidateposition", "{'accountId':7001,'contractId':3445601,'admin':false}");
    var before = rest.get("order/list").size();

    var again =
        rest.answer(
            "order/liquidateposition", "{'accountId':7001,'contractId':3445601,'admin':false}");

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("failureReason");
    assertThat(rest.get("order/list").size()).isEqualTo(before);
  }

  @Test
  void cancelsWorkingOrdersOfThatContractOnly() {
    broker.control().order(Ticket.limit(ACCOUNT, "ESZ6", Side.Buy, 1, new BigDecimal("5900")));
    broker.control().order(Ticket.limit(ACCOUNT, "NQZ6", Side.Buy, 1, new BigDecimal("21000")));

    rest.post(
        "order/liquidateposition", "{'accountId':7001,'contractId':" + ES + ",'admin':false}");

    assertThat(broker.control().account(ACCOUNT).workingOrders()).isEqualTo(1);
  }

  @Test
  void ofSeveralGoesByPositionIds() {
    var position = rest.get("position/list").get(0).path("id").asLong();

    var answer =
        rest.post("order/liquidatepositions", "{'positions':[" + position + "],'admin':false}");

    assertThat(answer.path("ok").asBoolean()).isTrue();
    assertThat(broker.control().account(ACCOUNT).netPos()).isEmpty();
  }

  @Test
  void realizesTheLossLessTheCommission() {
    broker.control().setPrice("ESZ6", new BigDecimal("5990"));

    rest.post("order/liquidateposition", "{'accountId':7001,'contractId':3445601,'admin':false}");

    var cash = rest.get("cashBalance/list").get(0);
    assertThat(cash.path("amount").decimalValue()).isEqualByComparingTo("48997.42");
    assertThat(cash.path("realizedPnL").decimalValue()).isEqualByComparingTo("-1000");
    assertThat(cash.path("id").asLong()).isGreaterThan(1L << 31);
  }
}
