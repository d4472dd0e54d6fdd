package io.plimsoll.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SocketTest {
  @Test
  void opensWithAnOFrame() {
    try (var broker = Brokers.withAccount();
        var wire = new Wire(broker.socketUri())) {
      wire.frame("o"::equals);
      assertThat(wire.frames()).first().isEqualTo("o");
    }
  }

  @Test
  void aSuccessfulAuthorizeHasNoPayload() {
    try (var broker = Brokers.withAccount();
        var wire = new Wire(broker.socketUri())) {
      var answer = wire.call("authorize", "", Rest.token(broker));

      assertThat(answer.path("s").asInt()).isEqualTo(200);
      assertThat(answer.has("d")).isFalse();
    }
  }

  @Test
  void theTokenMayBeQuoted() {
    try (var broker = Brokers.withAccount();
        var wire = new Wire(broker.socketUri())) {
      var answer = wire.call("authorize", "", '"' + Rest.token(broker) + '"');

      assertThat(answer.path("s").asInt()).isEqualTo(200);
    }
  }

  @Test
  void aWrongTokenIsRefusedWithAString() {
    try (var broker = Brokers.withAccount();
        var wire = new Wire(broker.socketUri())) {
      var answer = wire.call("authorize", "", "nonsense");

      assertThat(answer.path("s").asInt()).isEqualTo(401);
      assertThat(answer.path("d").stringValue()).isEqualTo("Invalid access token");
    }
  }

  @Test
  void callsBeforeAuthorizeAreRefused() {
    try (var broker = Brokers.withAccount();
        var wire = new Wire(broker.socketUri())) {
      assertThat(wire.call("account/list", "", "").path("s").asInt()).isEqualTo(401);
      assertThat(wire.call("user/syncrequest", "", "{}").path("s").asInt()).isEqualTo(401);
    }
  }

  @Test
  void anyRestEndpointWorksOverTheSocketInAnyLetterCase() {
    try (var broker = Brokers.withAccount();
        var wire = Wire.authorized(broker)) {
      var answer = wire.call("Account/ITEM", "id=7001", "");

      assertThat(answer.path("d").path("name").asString()).isEqualTo("TEST-7001");
    }
  }

  @Test
  void anUnknownEndpointIs404WithAString() {
    try (var broker = Brokers.withAccount();
        var wire = Wire.authorized(broker)) {
      var answer = wire.call("order/cancelorders", "", "{}");

      assertThat(answer.path("s").asInt()).isEqualTo(404);
      assertThat(answer.path("d").isString()).isTrue();
    }
  }

  @Test
  void aFrameWithoutFourLinesIsRefusedAndTheSocketLivesOn() {
    try (var broker = Brokers.withAccount();
        var wire = Wire.authorized(broker)) {
      wire.sendRaw("account/list");

      wire.await(messages ->
          messages.filter(each -> each.path("s").asInt() == 400).findFirst().orElse(null));
      assertThat(wire.call("account/list", "", "").path("s").asInt()).isEqualTo(200);
    }
  }

  @Test
  void anIdleServerSendsHeartbeats() {
    var quick =
        Brokers.still()
            .withTiming(Duration.ofMillis(40), Duration.ofSeconds(10), Duration.ofSeconds(10));
    try (var broker = Brokers.withAccount(quick);
        var wire = new Wire(broker.socketUri())) {
      wire.frame("h"::equals);
    }
  }

  @Test
  void aSilentClientIsClosedWithAReason() {
    var quick =
        Brokers.still()
            .withTiming(Duration.ofMillis(50), Duration.ofMillis(300), Duration.ofSeconds(10));
    try (var broker = Brokers.withAccount(quick);
        var wire = Wire.authorized(broker)) {
      wire.awaitClose();

      assertThat(wire.frames()).last().isEqualTo("c[3000,\"Closed due to inactivity\"]");
    }
  }

  @Test
  void aClientThatSendsHeartbeatsIsNotClosed() {
    var quick =
        Brokers.still()
            .withTiming(Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofSeconds(10));
    try (var broker = Brokers.withAccount(quick);
        var wire = Wire.authorized(broker)) {
      var beats = wire.frames().size();
      for (var n = 1; n <= 25; n++) {
        var wanted = beats + n;
        wire.sendRaw("[]");
        wire.awaitFrames(wanted);
      }

      assertThat(wire.frames()).noneMatch(frame -> frame.startsWith("c"));
    }
  }

  @Test
  void aStrangerWhoNeverAuthorizesIsClosed() {
    var quick =
        Brokers.still()
            .withTiming(Duration.ofMillis(50), Duration.ofSeconds(10), Duration.ofMillis(200));
    try (var broker = Brokers.withAccount(quick);
        var wire = new Wire(broker.socketUri())) {
      wire.awaitClose();

      assertThat(wire.frames()).last().asString().startsWith("c[3000,");
    }
  }

  @Test
  void framesLeaveInTheOrderOfEvents() {
    try (var broker = Brokers.withAccount();
        var wire = Wire.synced(broker)) {
      IntStream.rangeClosed(1, 300)
          .forEach(n -> broker.control().setCash(7001, new BigDecimal(40_000 + n)));
      wire.props("cashBalance", cash -> cash.path("amount").asDouble() == 40_300);

      var amounts =
          wire.messages().stream()
              .map(each -> each.path("d"))
              .filter(d -> d.path("entityType").asString("").equals("cashBalance"))
              .map(d -> d.path("entity").path("amount").asInt())
              .toList();
      assertThat(amounts).hasSize(300).isSorted();
    }
  }

  @Test
  void aShutdownSaysItsReasonBeforeTheClose() {
    try (var broker = Brokers.withAccount();
        var wire = Wire.authorized(broker)) {
      Rest.stranger(broker).sim("shutdown", "{'reasonCode':'ConnectionQuotaReached'}");
      wire.awaitClose();

      assertThat(wire.messages().getLast().path("d").path("reasonCode").asString())
          .isEqualTo("ConnectionQuotaReached");
      assertThat(wire.frames()).last().asString().startsWith("c[");
    }
  }

  @Test
  void aDroppedSocketEndsWithoutAWord() {
    try (var broker = Brokers.withAccount();
        var wire = Wire.authorized(broker)) {
      Rest.stranger(broker).sim("drop", "");
      wire.awaitClose();

      assertThat(wire.frames()).noneMatch(frame -> frame.startsWith("c"));
    }
  }
}
