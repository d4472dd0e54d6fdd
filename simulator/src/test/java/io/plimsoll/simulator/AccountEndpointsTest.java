package io.plimsoll.simulator;

import static io.plimsoll.simulator.Brokers.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.simulator.ledger.Change;
import io.plimsoll.simulator.ledger.Json;
import io.plimsoll.simulator.ledger.Outcome;
import io.plimsoll.simulator.ledger.Side;
import io.plimsoll.simulator.ledger.Ticket;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Limits, alerts, auto-liq settings and the risk status over REST. */
class AccountEndpointsTest {
  private static final String OVERALL =
      "{'accountId':7001,'active':true,'totalBy':'Overall','exposedLimit':3,'description':'mine'}";

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
  void aLimitAndItsParameterAreCreatedReadChangedAndDeleted() {
    var limit = rest.post("userAccountPositionLimit/create", OVERALL).path("id").asLong();
    var parameter = parameter(limit, true);
    assertThat(rest.get("userAccountPositionLimit/deps?masterid=7001").get(0).path("id").asLong())
        .isEqualTo(limit);
    assertThat(
            rest.get("userAccountRiskParameter/ldeps?masterids=" + limit)
                .get(0)
                .path("id")
                .asLong())
        .isEqualTo(parameter);

    rest.post(
        "userAccountPositionLimit/update",
        OVERALL.replace("{", "{'id':" + limit + ",").replace("3", "9"));
    assertThat(rest.get("userAccountPositionLimit/item?id=" + limit).path("exposedLimit").asInt())
        .isEqualTo(9);

    assertThat(delete(limit).path("success").asBoolean()).isTrue();
    assertThat(delete(limit).has("errorText")).isTrue();
    assertThat(rest.get("userAccountRiskParameter/list").size()).isZero();
    assertThat(rest.answer("userAccountPositionLimit/item?id=" + limit, "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aHardLimitRefusesWhatLeadsBeyondItAndNotWhatLeadsBack() {
    var limit = rest.post("userAccountPositionLimit/create", OVERALL).path("id").asLong();
    parameter(limit, true);

    assertThat(order(Side.Buy, 2))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo("MaxTotalPosLimitReached"));
    assertThat(order(Side.Buy, 1)).isInstanceOf(Outcome.Accepted.class);
    assertThat(order(Side.Sell, 1)).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void aLimitWithoutAHardParameterRefusesNothing() {
    var limit = rest.post("userAccountPositionLimit/create", OVERALL).path("id").asLong();
    parameter(limit, false);

    assertThat(order(Side.Buy, 5)).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void aLimitOfOneContractLeavesTheOthersAlone() {
    var limit =
        rest.post(
                "userAccountPositionLimit/create",
                "{'accountId':7001,'active':true,'totalBy':'Contract','contractId':3445601,'longLimit':2}")
            .path("id")
            .asLong();
    parameter(limit, true);

    assertThat(order(Side.Buy, 1)).isInstanceOf(Outcome.Refused.class);
    assertThat(broker.control().order(Ticket.market(ACCOUNT, "NQZ6", Side.Buy, 5)))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void aLimitThatIsNotValidIsAViolationWithStatus200() {
    var answer = rest.answer("userAccountPositionLimit/create", "{'accountId':7001,'active':true}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(
            Wire.JSON
                .readTree(answer.body())
                .path("violations")
                .get(0)
                .path("constraint")
                .asString())
        .isEqualTo("totalBy");
    assertThat(broker.control().all("userAccountPositionLimit")).isEmpty();
  }

  @Test
  void anAlertIsToldTakenAndCompleted() {
    try (var wire = Wire.synced(broker)) {
      var id = broker.control().raiseAlert(ACCOUNT, "Below the margin");
      var told = wire.props("adminAlertSignal", each -> each.path("id").asLong() == id);
      assertThat(told.path("text").asString()).isEqualTo("Below the margin");
      assertThat(told.path("relatedToAccountId").asLong()).isEqualTo(ACCOUNT);

      rest.post("adminAlertSignal/takealertsignalownership", "{'adminAlertSignalId':" + id + "}");
      wire.props("adminAlertSignal", each -> each.has("ownedByAdminId"));
      var done =
          rest.post("adminAlertSignal/completealertsignal", "{'adminAlertSignalId':" + id + "}");

      assertThat(done.path("adminAlertSignal").path("completed").asString()).endsWith("Z");
      wire.props("adminAlertSignal", each -> each.has("completed"));
      assertThat(rest.get("adminAlertSignal/deps?masterid=71").size()).isEqualTo(1);
    }
  }

  @Test
  void anAlertThatIsNotKnownIsAnErrorText() {
    assertThat(
            rest.post("adminAlertSignal/completealertsignal", "{'adminAlertSignalId':5}")
                .path("errorText")
                .asString())
        .contains("5");
  }

  @Test
  void aWrappedAlertOfAnotherEnvironmentPassesEveryFilter() {
    try (var wire = Wire.synced(broker, "{\"entityTypes\":[\"fill\"]}")) {
      broker
          .control()
          .sendEntity("OtherEnvAdminAlertSignal", Change.Kind.Created, Json.object().put("id", 8));

      wire.props("OtherEnvAdminAlertSignal", any -> true);
    }
  }

  @Test
  void theHighestEquityIsSetUpOrDown() {
    for (var high : new int[] {60_000, 45_000}) {
      var answer =
          rest.post(
              "accountRiskStatus/updatemaxnetliq", "{'accountId':7001,'maxNetLiq':" + high + "}");

      assertThat(answer.path("accountRiskStatus").path("maxNetLiq").asInt()).isEqualTo(high);
    }
    assertThat(
            rest.answer("accountRiskStatus/updatemaxnetliq", "{'accountId':1,'maxNetLiq':5}")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void aResetTakesAwayWhatAutoLiqLeftAndNotTheAdministratorsAction() {
    broker.control().administer(ACCOUNT, Optional.of("LockTradingImmediately"));
    var status = rest.get("accountRiskStatus/item?id=7001");
    broker
        .control()
        .sendEntity(
            "accountRiskStatus",
            Change.Kind.Updated,
            ((ObjectNode) status).put("liquidateOnly", "2026-11-20T15:00:00.000Z"));

    var answer =
        rest.post("accountRiskStatus/resetautoliqstatus", "{'accountId':7001}")
            .path("accountRiskStatus");

    assertThat(answer.has("liquidateOnly")).isFalse();
    assertThat(answer.path("adminAction").asString()).isEqualTo("LockTradingImmediately");
  }

  @Test
  void autoLiqSettingsAreCreatedOnceAndReplacedWhole() {
    var body = "{'id':7001,'dailyLossAutoLiq':500,'doNotUnlock':true}";
    assertThat(rest.answer("userAccountAutoLiq/update", body).statusCode()).isEqualTo(404);
    assertThat(rest.post("userAccountAutoLiq/create", body).path("dailyLossAutoLiq").asInt())
        .isEqualTo(500);
    assertThat(rest.post("userAccountAutoLiq/create", body).has("errorText")).isTrue();
    rest.post("userAccountAutoLiq/update", "{'id':7001,'weeklyLossAutoLiq':900}");

    var settings = rest.get("userAccountAutoLiq/deps?masterid=7001").get(0);
    assertThat(settings.path("weeklyLossAutoLiq").asInt()).isEqualTo(900);
    assertThat(settings.has("dailyLossAutoLiq")).isFalse();
  }

  @Test
  void singleAutoLiqSettingsAreChangedAndTakenAwayByNull() {
    rest.post("userAccountAutoLiq/create", "{'id':7001,'dailyLossAutoLiq':500,'doNotUnlock':true}");

    var answer =
        rest.post(
                "userAccountAutoLiq/updateuserautoliq",
                "{'accountId':7001,'dailyLossAutoLiq':null,'dailyLossAlert':300}")
            .path("userAccountAutoLiq");

    assertThat(answer.has("dailyLossAutoLiq")).isFalse();
    assertThat(answer.path("dailyLossAlert").asInt()).isEqualTo(300);
    assertThat(answer.path("doNotUnlock").asBoolean()).isTrue();
    assertThat(answer.has("accountId")).isFalse();
  }

  @Test
  void theRiskCategoryOfSeveralAccountsIsSwitched() {
    assertThat(
            rest.post(
                    "accountRiskStatus/switchriskcategory",
                    "{'accountIds':[7001],'riskCategoryId':99}")
                .path("ok")
                .asBoolean())
        .isTrue();

    assertThat(rest.get("account/item?id=7001").path("riskCategoryId").asInt()).isEqualTo(99);
  }

  @Test
  void namesAreSuggested() {
    assertThat(rest.get("contract/suggest?t=es&l=1").size()).isEqualTo(1);
    assertThat(
            rest.get("contract/suggest?t=es")
                .valueStream()
                .map(each -> each.path("name").asString()))
        .containsExactly("ESZ6", "MESZ6");
  }

  private long parameter(long limit, boolean hard) {
    return rest.post(
            "userAccountRiskParameter/create",
            "{'userAccountPositionLimitId':%d,'hardLimit':%s}".formatted(limit, hard))
        .path("id")
        .asLong();
  }

  private JsonNode delete(long limit) {
    return rest.post(
        "userAccountPositionLimit/deleteuseraccountpositionlimit",
        "{'userAccountPositionLimitId':" + limit + "}");
  }

  private Outcome order(Side side, int qty) {
    return broker.control().order(Ticket.market(ACCOUNT, "ESZ6", side, qty));
  }
}
