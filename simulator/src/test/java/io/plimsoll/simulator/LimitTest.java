package io.plimsoll.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.simulator.rest.Limits;
import io.plimsoll.simulator.rest.Limits.Limit;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitTest {
  private static final String BAD_LOGIN = "{'name':'demo','password':'wrong'}";
  private static final String GOOD_LOGIN = "{'name':'demo','password':'demo'}";

  private final SteppedClock clock = new SteppedClock();
  private Simulator broker = start(Limits.published());

  private Simulator start(Limits limits) {
    return Brokers.withPosition(Brokers.still().withClock(clock).with(limits));
  }

  private void restart(Limits limits) {
    broker.close();
    broker = start(limits);
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void oneCallTooManyIs423OnceAndThen429WithoutABody() {
    restart(Limits.none().with("account/list", Limit.of(2)));

    assertThat(statuses("account/list", 5)).containsExactly(200, 200, 423, 429, 429);
    assertThat(get("account/list").body()).isEmpty();
    assertThat(get("position/list").statusCode()).isEqualTo(200);
  }

  @Test
  void theHourSlides() {
    restart(Limits.none().with("account/list", Limit.of(2)));
    assertThat(get("account/list").statusCode()).isEqualTo(200);
    clock.step(Duration.ofMinutes(40));
    assertThat(statuses("account/list", 2)).containsExactly(200, 423);

    clock.step(Duration.ofMinutes(20));
    assertThat(statuses("account/list", 2)).containsExactly(200, 423);
  }

  @Test
  void onTheSocketA429HasNoPayload() {
    restart(Limits.none().with("account/list", Limit.of(1)));
    try (var wire = Wire.authorized(broker)) {
      wire.call("account/list", "", "");
      assertThat(wire.call("account/list", "", "").path("s").asInt()).isEqualTo(423);
      var answer = wire.call("account/list", "", "");

      assertThat(answer.path("s").asInt()).isEqualTo(429);
      assertThat(answer.has("d")).isFalse();
    }
  }

  @Test
  void aUserHasALimitOverAllEndpoints() {
    restart(Limits.none().inAll(3));
    var rest = Rest.loggedIn(broker);

    assertThat(rest.answer("account/list", "").statusCode()).isEqualTo(200);
    assertThat(rest.answer("position/list", "").statusCode()).isEqualTo(200);
    assertThat(rest.answer("order/list", "").statusCode()).isEqualTo(200);
    assertThat(rest.answer("fill/list", "").statusCode()).isEqualTo(423);
  }

  @Test
  void renewalsAreLimitedAsPublished() {
    var rest = Rest.loggedIn(broker);
    for (var n = 0; n < 15; n++) {
      assertThat(rest.answer("auth/renewaccesstoken", "").statusCode()).isEqualTo(200);
    }

    assertThat(rest.answer("auth/renewaccesstoken", "").statusCode()).isEqualTo(423);
  }

  @Test
  void fiveFailedLoginsArePenalizedWithACaptchaForAnHour() {
    var stranger = Rest.stranger(broker);
    for (var n = 0; n < 5; n++) {
      assertThat(stranger.post("auth/accesstokenrequest", BAD_LOGIN).has("errorText")).isTrue();
    }

    var penalty = stranger.post("auth/accesstokenrequest", GOOD_LOGIN);
    assertThat(penalty.path("p-captcha").asBoolean()).isTrue();
    assertThat(penalty.has("accessToken")).isFalse();
    clock.step(Duration.ofSeconds(penalty.path("p-time").asInt()));
    var ticketed =
        GOOD_LOGIN.replace("{", "{'p-ticket':'" + penalty.path("p-ticket").asString() + "',");
    assertThat(stranger.post("auth/accesstokenrequest", ticketed).has("p-ticket")).isTrue();
    clock.step(Duration.ofHours(1));
    assertThat(stranger.post("auth/accesstokenrequest", GOOD_LOGIN).has("accessToken")).isTrue();
  }

  @Test
  void goodLoginsAreNotCounted() {
    for (var n = 0; n < 8; n++) {
      assertThat(Rest.login(broker)).isNotEmpty();
    }
  }

  @Test
  void aLimitMayAskForATicketInsteadOnTheSocketToo() {
    restart(Limits.none().with("account/list", Limit.penalized(1, Duration.ofSeconds(3))));
    try (var wire = Wire.authorized(broker)) {
      wire.call("account/list", "", "");
      var penalty = wire.call("account/list", "", "");
      assertThat(penalty.path("s").asInt()).isEqualTo(200);
      assertThat(penalty.path("d").path("p-time").asInt()).isEqualTo(3);
      var ticket = "{\"p-ticket\":\"" + penalty.path("d").path("p-ticket").asString() + "\"}";

      assertThat(wire.call("account/list", "", ticket).path("d").has("p-ticket")).isTrue();
      clock.step(Duration.ofSeconds(3));
      assertThat(wire.call("account/list", "", ticket).path("d").isArray()).isTrue();
      assertThat(wire.call("account/list", "", ticket).path("d").has("p-ticket")).isTrue();
    }
  }

  @Test
  void aTicketOfAnotherEndpointOpensNothing() {
    Rest.stranger(broker).sim("fault", "{'endpoint':'auth/me','kind':'penalty','seconds':0}");
    var ticket = Rest.loggedIn(broker).post("auth/me", "{}").path("p-ticket").asString();

    var answer =
        Rest.loggedIn(broker)
            .post(
                "order/liquidateposition",
                "{'accountId':7001,'contractId':3445601,'admin':false,'p-ticket':'"
                    + ticket
                    + "'}");

    assertThat(answer.has("p-ticket")).isTrue();
    assertThat(broker.control().account(7001).netPos()).isNotEmpty();
  }

  @Test
  void withoutLimitsNothingIsLimited() {
    restart(Limits.none());
    var stranger = Rest.stranger(broker);
    for (var n = 0; n < 20; n++) {
      assertThat(stranger.post("auth/accesstokenrequest", BAD_LOGIN).has("errorText")).isTrue();
    }
  }

  @Test
  void duringMaintenanceNobodyIsLetIn() {
    try (var wire = Wire.authorized(broker)) {
      Rest.stranger(broker).sim("shutdown", "{'reasonCode':'Maintenance','window':'10s'}");
      wire.awaitClose();

      assertThat(get("account/list").statusCode()).isEqualTo(503);
      assertThat(Wire.refusal(broker.socketUri())).isEqualTo(503);
      clock.step(Duration.ofSeconds(10));
      assertThat(get("account/list").statusCode()).isEqualTo(200);
      Wire.authorized(broker).close();
    }
  }

  @Test
  void aScriptMayCallForMaintenanceToo() {
    try (var wire = Wire.authorized(broker)) {
      Rest.stranger(broker).sim("fault", "{'fault':'shutdown','pause':'10s'}");
      wire.awaitClose();

      assertThat(wire.event("shutdown", any -> true).path("reasonCode").asString())
          .isEqualTo("Maintenance");
      assertThat(Wire.refusal(broker.marketDataUri())).isEqualTo(503);
    }
  }

  private HttpResponse<String> get(String path) {
    return Rest.loggedIn(broker).answer(path, "");
  }

  private int[] statuses(String path, int calls) {
    var statuses = new int[calls];
    for (var n = 0; n < calls; n++) {
      statuses[n] = get(path).statusCode();
    }
    return statuses;
  }
}
