package io.plimsoll.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.simulator.rest.SessionRules;
import io.plimsoll.simulator.rest.SessionRules.AtExpiry;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SessionTest {
  private static final Duration SOON = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofSeconds(60);

  private final SteppedClock clock = new SteppedClock();
  private final SessionRules rules = SessionRules.published().lasting(Duration.ofMinutes(90));
  private Simulator broker = start(rules);

  private Simulator start(SessionRules with) {
    return Brokers.withAccount(
        Brokers.still().withClock(clock).with(with).withTiming(SOON, LONG, LONG));
  }

  private void restart(SessionRules with) {
    broker.close();
    broker = start(with);
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void aThirdLoginDisplacesTheFirst() {
    var first = Rest.login(broker);
    var second = Rest.login(broker);
    var third = Rest.login(broker);

    assertThat(status(first)).isEqualTo(408);
    assertThat(status(second)).isEqualTo(200);
    assertThat(status(third)).isEqualTo(200);
  }

  @Test
  void aRenewalIsNoNewSession() {
    var first = Rest.login(broker);
    var renewed = renew(first).path("accessToken").asString();
    var second = Rest.login(broker);

    assertThat(renewed).isNotEqualTo(first);
    assertThat(status(first)).isEqualTo(200);
    assertThat(status(renewed)).isEqualTo(200);
    assertThat(status(second)).isEqualTo(200);
  }

  @Test
  void aDisplacedSessionTakesItsRenewedTokensWithIt() {
    var renewed = renew(Rest.login(broker)).path("accessToken").asString();
    var _ = Rest.login(broker) + Rest.login(broker);

    assertThat(status(renewed)).isEqualTo(408);
  }

  @Test
  void theCallsOfADisplacedSessionFailOnItsSocketToo() {
    try (var wire = Wire.authorized(broker, Rest.login(broker))) {
      assertThat(wire.call("account/list", "", "").path("s").asInt()).isEqualTo(200);
      var _ = Rest.login(broker) + Rest.login(broker);

      assertThat(wire.call("account/list", "", "").path("s").asInt()).isEqualTo(408);
    }
  }

  @Test
  void anExpiredSessionDoesNotCountAmongTheTwo() {
    var _ = Rest.login(broker) + Rest.login(broker);
    clock.step(Duration.ofMinutes(91));
    var third = Rest.login(broker);
    var fourth = Rest.login(broker);

    assertThat(status(third)).isEqualTo(200);
    assertThat(status(fourth)).isEqualTo(200);
  }

  @Test
  void anExpiredTokenIsRefusedInTheVendorsWords() {
    var token = Rest.login(broker);
    clock.step(Duration.ofMinutes(90));

    var answer = Rest.stranger(broker).with(token).answer("account/list", "");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("Expired Access Token");
    assertThat(Rest.stranger(broker).with(token).answer("auth/renewaccesstoken", "").statusCode())
        .isEqualTo(401);
    try (var wire = new Wire(broker.socketUri())) {
      assertThat(wire.call("authorize", "", token).path("d").asString())
          .isEqualTo("Expired Access Token");
    }
  }

  @Test
  void aSocketOutlivesItsTokenByDefault() {
    try (var wire = Wire.synced(broker)) {
      clock.step(Duration.ofHours(3));
      broker.control().setCash(Brokers.ACCOUNT, new BigDecimal("1"));

      wire.props("cashBalance", any -> true);
      assertThat(wire.call("account/list", "", "").path("s").asInt()).isEqualTo(200);
    }
  }

  @Test
  void aSocketCanBeClosedWhenItsTokenExpires() {
    restart(rules.atExpiry(AtExpiry.closed));
    try (var wire = Wire.synced(broker)) {
      clock.step(Duration.ofMinutes(89));
      wire.frame("h"::equals);
      assertThat(wire.isClosed()).isFalse();
      clock.step(Duration.ofMinutes(1));

      wire.awaitClose();
      assertThat(wire.frames()).last().isEqualTo("c[3000,\"Expired Access Token\"]");
    }
  }

  @Test
  void aSocketCanFallSilentWhenItsTokenExpires() {
    restart(rules.atExpiry(AtExpiry.silent));
    try (var wire = Wire.synced(broker)) {
      clock.step(Duration.ofMinutes(90));
      try (var other = Wire.authorized(broker, Rest.login(broker))) {
        other.call("user/syncrequest", "", "{}");
        other.frame("h"::equals);
        broker.control().setCash(Brokers.ACCOUNT, new BigDecimal("1"));
        other.props("cashBalance", any -> true);

        assertThat(wire.propsTypes()).isEmpty();
        assertThat(wire.isClosed()).isFalse();
      }
    }
  }

  @Test
  void tokensCanBeEndedByHand() {
    var token = Rest.login(broker);
    Rest.stranger(broker).sim("expire", "");

    assertThat(status(token)).isEqualTo(401);
    assertThat(status(Rest.login(broker))).isEqualTo(200);
  }

  @Test
  void oneSocketTooManyClosesTheOldestWithAReason() {
    restart(rules.connections(2, false));
    try (var oldest = Wire.authorized(broker);
        var middle = Wire.marketData(broker);
        var newest = Wire.authorized(broker)) {
      oldest.awaitClose();

      assertThat(reason(oldest)).isEqualTo("ConnectionQuotaReached");
      assertThat(newest.call("account/list", "", "").path("s").asInt()).isEqualTo(200);
      assertThat(middle.call("account/list", "", "").path("s").asInt()).isEqualTo(200);
    }
  }

  @Test
  void aSocketThatIsNotYetAuthorizedCountsForNobody() {
    restart(rules.connections(1, false));
    try (var mine = Wire.authorized(broker);
        var stranger = new Wire(broker.socketUri())) {
      stranger.frame("o"::equals);

      assertThat(mine.call("account/list", "", "").path("s").asInt()).isEqualTo(200);
    }
  }

  @Test
  void theQuotaMayTakeTheTokenAsWell() {
    restart(rules.connections(1, true));
    var token = Rest.login(broker);
    try (var oldest = Wire.authorized(broker, token);
        var newest = Wire.authorized(broker, Rest.login(broker))) {
      oldest.awaitClose();

      assertThat(status(token)).isEqualTo(401);
      assertThat(newest.call("account/list", "", "").path("s").asInt()).isEqualTo(200);
    }
  }

  @Test
  void oneSocketTooManyOfAnAddressClosesTheOldest() {
    restart(rules.addresses(1));
    try (var oldest = new Wire(broker.socketUri())) {
      oldest.frame("o"::equals);
      try (var newest = new Wire(broker.socketUri())) {
        newest.frame("o"::equals);
        oldest.awaitClose();

        assertThat(reason(oldest)).isEqualTo("IPQuotaReached");
        assertThat(newest.isClosed()).isFalse();
      }
    }
  }

  private int status(String token) {
    return Rest.stranger(broker).with(token).answer("account/list", "").statusCode();
  }

  private JsonNode renew(String token) {
    return Rest.stranger(broker).with(token).post("auth/renewaccesstoken", "");
  }

  private static String reason(Wire wire) {
    return wire.event("shutdown", any -> true).path("reasonCode").asString();
  }
}
