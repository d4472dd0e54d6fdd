package io.plimsoll.simulator;

import static io.plimsoll.simulator.Brokers.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.simulator.ledger.Outcome;
import io.plimsoll.simulator.ledger.Side;
import io.plimsoll.simulator.ledger.Ticket;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RestrictionTest {
  private static final String PATH = "accountRiskStatus/setadminautoliqaction";

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
  void fromTheStartTheActionIsNormalAndInThePast() {
    var status = rest.get("accountRiskStatus/item?id=7001");

    assertThat(status.path("adminAction").asString()).isEqualTo("Normal");
    assertThat(Instant.parse(status.path("adminTimestamp").asString()))
        .isBefore(Instant.now().minusSeconds(3600));
  }

  @Test
  void liquidateImmediatelyClosesCancelsAndSetsTheAction() {
    broker.control().order(Ticket.limit(ACCOUNT, "NQZ6", Side.Buy, 1, new BigDecimal("21000")));
    try (var wire = Wire.synced(broker)) {
      var status = set("LiquidateImmediately").path("accountRiskStatus");

      assertThat(status.path("adminAction").asString()).isEqualTo("LiquidateImmediately");
      wire.props(
          "accountRiskStatus",
          each -> each.path("adminAction").asString().equals("LiquidateImmediately"));
      wire.props("position", position -> position.path("netPos").asInt() == 0);
      wire.props("order", order -> order.path("ordStatus").asString().equals("Canceled"));
      assertThat(broker.control().account(ACCOUNT).workingOrders()).isZero();
    }
  }

  @Test
  void theTimeOfASettingIsNow() {
    var before = Instant.now().minusMillis(5);
    var status = set("LockTradingImmediately").path("accountRiskStatus");

    assertThat(Instant.parse(status.path("adminTimestamp").asString())).isAfter(before);
  }

  @Test
  void aLockKeepsThePositionAndRefusesOrders() {
    set("LockTradingImmediately");

    assertThat(refusal(Side.Sell, 1)).isEqualTo("TradingLocked");
    assertThat(broker.control().account(ACCOUNT).netPos()).containsEntry("ESZ6", 2);
  }

  @Test
  void liquidateOnlyRefusesWhatOpensAndTakesWhatCloses() {
    set("LiquidateOnlyModeImmediately");

    assertThat(refusal(Side.Buy, 1)).isEqualTo("LiquidationOnly");
    assertThat(refusal(Side.Sell, 3)).isEqualTo("LiquidationOnly");
    assertThat(refusal(Side.Sell, 1)).isEqualTo("accepted");
  }

  @Test
  void normalTakesARestrictionAway() {
    set("LockTradingImmediately");
    set("Normal");

    assertThat(refusal(Side.Buy, 1)).isEqualTo("accepted");
  }

  @Test
  void controlCanTakeTheActionAwayAltogether() {
    broker.control().administer(ACCOUNT, Optional.empty());

    assertThat(rest.get("accountRiskStatus/item?id=7001").has("adminAction")).isFalse();
    assertThat(rest.get("accountRiskStatus/item?id=7001").has("adminTimestamp")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'accountId':0,'adminAction':'Normal','adminActionReasonCode':'Other'}            | Account Id should be greater than 0
          {'accountId':7001,'adminAction':'Explode','adminActionReasonCode':'Other'}        | Admin Action should be between Normal and LiquidateImmediately
          {'accountId':7001,'adminAction':'Normal','adminActionReasonCode':'Because'}       | Admin Action Reason Code should be between CloseAMLDecision and Other
          {'accountId':7001,'adminAction':'Normal','adminActionReasonCode':'Other'}         | Admin Action Reason should be specified
          """,
      quoteCharacter = '~')
  void aWrongFieldIsTheVendorsErrorText(String body, String text) {
    assertThat(rest.post(PATH, body).path("errorText").asString()).isEqualTo(text);
  }

  @Test
  void anUnknownAccountIs404() {
    var body =
        "{'accountId':999,'adminAction':'Normal','adminActionReasonCode':'RestrictedRiskRestriction'}";

    assertThat(rest.answer(PATH, body).statusCode()).isEqualTo(404);
  }

  private JsonNode set(String action) {
    return rest.post(
        PATH,
        "{'accountId':7001,'adminAction':'"
            + action
            + "','adminActionReasonCode':'RestrictedRiskRestriction'}");
  }

  private String refusal(Side side, int qty) {
    return switch (broker.control().order(Ticket.market(ACCOUNT, "ESZ6", side, qty))) {
      case Outcome.Accepted _ -> "accepted";
      case Outcome.Refused(var reason, var _) -> reason;
    };
  }
}
