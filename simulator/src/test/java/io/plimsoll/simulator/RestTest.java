package io.plimsoll.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestTest {
  private final SteppedClock clock = new SteppedClock();
  private Simulator broker;
  private Rest rest;

  @BeforeEach
  void start() {
    broker = Brokers.withAccount(Brokers.still().withClock(clock));
    rest = Rest.loggedIn(broker);
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void aLoginAnswersATokenWithItsEnd() {
    var answer = rest.post("auth/accesstokenrequest", "{'name':'demo','password':'demo'}");

    assertThat(answer.path("accessToken").asString()).isNotBlank();
    assertThat(Instant.parse(answer.path("expirationTime").asString()))
        .isEqualTo(clock.instant().plus(Duration.ofMinutes(90)));
  }

  @Test
  void aBadPasswordIsStatus200WithErrorText() {
    var answer = rest.answer("auth/accesstokenrequest", "{'name':'demo','password':'wrong'}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("errorText").doesNotContain("accessToken");
  }

  @Test
  void withoutATokenNothingIsAnswered() {
    assertThat(Rest.stranger(broker).answer("account/list", "").statusCode()).isEqualTo(401);
    assertThat(rest.with("made-up").answer("account/list", "").statusCode()).isEqualTo(401);
  }

  @Test
  void aTokenEndsAfterNinetyMinutes() {
    clock.step(Duration.ofMinutes(90));

    assertThat(rest.answer("account/list", "").statusCode()).isEqualTo(401);
  }

  @Test
  void aRenewedTokenLivesOn() {
    clock.step(Duration.ofMinutes(75));
    var renewed = rest.get("auth/renewaccesstoken").path("accessToken").asString();
    clock.step(Duration.ofMinutes(75));

    assertThat(rest.with(renewed).answer("account/list", "").statusCode()).isEqualTo(200);
  }

  @Test
  void anAuthorizedSocketOutlivesItsToken() {
    try (var wire = Wire.authorized(broker)) {
      clock.step(Duration.ofMinutes(91));

      assertThat(wire.call("auth/me", "", "").path("s").asInt()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account", "accountRiskStatus", "marginSnapshot", "userAccountAutoLiq", "cashBalance",
            "currency", "position", "fill", "fillPair", "order",
        "orderVersion", "contract", "contractMaturity", "product", "exchange", "user", "command",
            "commandReport", "executionReport", "contractGroup",
        "orderStrategy", "currencyRate"
      })
  void everyEntityHasAList(String entity) {
    assertThat(rest.get(entity + "/list").isArray()).isTrue();
  }

  @Test
  void itemItemsFindDepsAndLdeps() {
    assertThat(rest.get("contract/item?id=3445601").path("name").asString()).isEqualTo("ESZ6");
    assertThat(rest.get("contract/items?ids=3445601,3445602,99").size()).isEqualTo(2);
    assertThat(rest.get("contract/find?name=NQZ6").path("id").asLong()).isEqualTo(3_445_602);
    assertThat(rest.get("cashBalance/deps?masterid=7001").size()).isEqualTo(1);
    assertThat(rest.get("marginSnapshot/ldeps?masterids=7001,7002").size()).isEqualTo(1);
    assertThat(rest.get("userAccountAutoLiq/deps?masterid=7001").size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account/item?id=5",
        "account/find?name=nobody",
        "unicorn/list",
        "account/explode",
        "nothing"
      })
  void whatIsNotThereIs404(String path) {
    assertThat(rest.answer(path, "").statusCode()).isEqualTo(404);
  }

  @Test
  void theCashSnapshotHasNoOpenProfitWhileFlat() {
    var snapshot = rest.post("cashBalance/getcashbalancesnapshot", "{'accountId':7001}");

    assertThat(snapshot.path("netLiq").decimalValue()).isEqualByComparingTo("50000");
    assertThat(snapshot.has("openPnL")).isFalse();
  }

  @Test
  void theCashSnapshotCountsTheOpenProfit() {
    rest.post(
        "order/placeorder",
        "{'accountSpec':'TEST-7001','action':'Buy','symbol':'ESZ6','orderQty':1,'orderType':'Market'}");
    broker.control().setPrice("ESZ6", new BigDecimal("6002"));

    var snapshot = rest.post("cashBalance/getcashbalancesnapshot", "{'accountId':7001}");

    assertThat(snapshot.path("openPnL").decimalValue()).isEqualByComparingTo("100");
    assertThat(snapshot.path("netLiq").decimalValue()).isEqualByComparingTo("50098.71");
  }

  @Test
  void aBodyThatIsNoJsonIs400() {
    assertThat(rest.answer("order/placeorder", "{nonsense").statusCode()).isEqualTo(400);
  }

  @Test
  void interruptingAnUnknownStrategyIsErrorText() {
    assertThat(
            rest.post("orderStrategy/interruptorderstrategy", "{'orderStrategyId':5}")
                .has("errorText"))
        .isTrue();
  }

  @Test
  void aStrategyIsInterrupted() {
    rest.sim(
        "entity",
        "{'entityType':'orderStrategy','eventType':'Created','entity':{'id':5,'accountId':7001,'status':'ActiveStrategy'}}");

    rest.post("orderStrategy/interruptorderstrategy", "{'orderStrategyId':5}");

    assertThat(rest.get("orderStrategy/list").get(0).path("status").asString())
        .isEqualTo("ExecutionInterrupted");
  }
}
