package io.plimsoll.simulator;

import static io.plimsoll.simulator.Brokers.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.simulator.ledger.Outcome;
import io.plimsoll.simulator.ledger.Side;
import io.plimsoll.simulator.ledger.Ticket;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OrderTest {
  private Simulator broker;
  private Rest rest;

  @BeforeEach
  void start() {
    broker = Brokers.withAccount();
    rest = Rest.loggedIn(broker);
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void aMarketOrderFillsAtTheCurrentPrice() {
    rest.post(
        "order/placeorder",
        "{'accountId':7001,'action':'Buy','symbol':'ESZ6','orderQty':1,'orderType':'Market'}");

    var position = position();
    assertThat(position.path("netPos").asInt()).isEqualTo(1);
    assertThat(position.path("netPrice").decimalValue()).isEqualByComparingTo("6000");
  }

  @Test
  void everySideOfATradeCostsACommission() {
    rest.post(
        "order/placeorder",
        "{'accountId':7001,'action':'Buy','symbol':'ESZ6','orderQty':1,'orderType':'Market'}");

    assertThat(broker.control().account(ACCOUNT).balance()).isEqualByComparingTo("49998.71");
    assertThat(rest.get("fillFee/list").get(0).path("commission").decimalValue())
        .isEqualByComparingTo("1.29");
  }

  @Test
  void netPriceIsTheAverageOfWhatIsOpen() {
    broker.control().order(Ticket.market(ACCOUNT, "ESZ6", Side.Buy, 1));
    broker.control().setPrice("ESZ6", new BigDecimal("6010"));
    broker.control().order(Ticket.market(ACCOUNT, "ESZ6", Side.Buy, 3));

    assertThat(position().path("netPrice").decimalValue()).isEqualByComparingTo("6007.5");
  }

  @Test
  void aReversalPairsTheOldSideAndOpensTheRest() {
    broker.control().order(Ticket.market(ACCOUNT, "ESZ6", Side.Buy, 2));
    broker.control().setPrice("ESZ6", new BigDecimal("6010"));
    broker.control().order(Ticket.market(ACCOUNT, "ESZ6", Side.Sell, 3));

    assertThat(position().path("netPos").asInt()).isEqualTo(-1);
    assertThat(position().path("netPrice").decimalValue()).isEqualByComparingTo("6010");
    assertThat(position().path("boughtValue").decimalValue()).isEqualByComparingTo("12000");
    assertThat(position().path("soldValue").decimalValue()).isEqualByComparingTo("18030");
    assertThat(rest.get("fillPair/list").get(0).path("qty").asInt()).isEqualTo(2);
    assertThat(rest.get("cashBalance/list").get(0).path("realizedPnL").decimalValue())
        .isEqualByComparingTo("1000");
  }

  @Test
  void equityIsUnchangedByClosingButForTheCommission() {
    broker.control().order(Ticket.market(ACCOUNT, "NQZ6", Side.Sell, 2));
    broker.control().setPrice("NQZ6", new BigDecimal("21533.25"));
    var before = broker.control().account(ACCOUNT).equity();
    broker.control().order(Ticket.market(ACCOUNT, "NQZ6", Side.Buy, 2));

    assertThat(broker.control().account(ACCOUNT).equity())
        .isEqualByComparingTo(before.subtract(new BigDecimal("2.58")));
  }

  @Test
  void aLimitRestsUntilThePriceReachesIt() {
    try (var wire = Wire.synced(broker)) {
      var id =
          rest.post(
                  "order/placeorder",
                  "{'accountId':7001,'action':'Buy','symbol':'ESZ6','orderQty':1,'orderType':'Limit','price':5990}")
              .path("orderId")
              .asLong();
      wire.props("order", order -> order.path("ordStatus").asString().equals("Working"));
      assertThat(broker.control().account(ACCOUNT).workingOrders()).isEqualTo(1);

      broker.control().setPrice("ESZ6", new BigDecimal("5990"));

      wire.props(
          "order",
          order ->
              order.path("id").asLong() == id
                  && order.path("ordStatus").asString().equals("Filled"));
      assertThat(position().path("netPos").asInt()).isEqualTo(1);
    }
  }

  @Test
  void aStopRestsUntilThePriceTouchesIt() {
    rest.post(
        "order/placeorder",
        "{'accountId':7001,'action':'Sell','symbol':'ESZ6','orderQty':1,'orderType':'Stop','stopPrice':5990}");
    assertThat(broker.control().account(ACCOUNT).netPos()).isEmpty();

    broker.control().setPrice("ESZ6", new BigDecimal("5989"));

    assertThat(position().path("netPos").asInt()).isEqualTo(-1);
  }

  @Test
  void aWorkingOrderIsCancelledAndTheEventsFollow() {
    try (var wire = Wire.synced(broker)) {
      var id =
          ((Outcome.Accepted)
                  broker
                      .control()
                      .order(Ticket.limit(ACCOUNT, "ESZ6", Side.Buy, 1, new BigDecimal("5900"))))
              .id();

      var answer = rest.post("order/cancelorder", "{'orderId':" + id + "}");

      assertThat(answer.path("commandId").asLong()).isPositive();
      wire.props("order", order -> order.path("ordStatus").asString().equals("Canceled"));
      wire.props("command", command -> command.path("commandType").asString().equals("Cancel"));
    }
  }

  @Test
  void cancellingADoneOrderIsTooLate() {
    var id =
        ((Outcome.Accepted) broker.control().order(Ticket.market(ACCOUNT, "ESZ6", Side.Buy, 1)))
            .id();

    assertThat(
            rest.post("order/cancelorder", "{'orderId':" + id + "}")
                .path("failureReason")
                .asString())
        .isEqualTo("TooLate");
  }

  @Test
  void whatCannotBeTradedIsStatus200WithAFailureReason() {
    var answer =
        rest.answer(
            "order/placeorder",
            "{'accountId':7001,'action':'Buy','symbol':'ZZZ9','orderQty':1,'orderType':'Market'}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("InvalidContract");
  }

  @Test
  void anOrderVersionHasTheIdOfItsCommand() {
    broker.control().order(Ticket.market(ACCOUNT, "ESZ6", Side.Buy, 1));

    assertThat(rest.get("orderVersion/list").get(0).path("id"))
        .isEqualTo(rest.get("command/list").get(0).path("id"));
  }

  @Test
  void marginFollowsThePosition() {
    broker.control().order(Ticket.market(ACCOUNT, "ESZ6", Side.Buy, 3));

    assertThat(rest.get("marginSnapshot/item?id=7001").path("totalUsedMargin").decimalValue())
        .isEqualByComparingTo("1500");
  }

  private JsonNode position() {
    return rest.get("position/list").get(0);
  }
}
