package io.plimsoll.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestLogTest {
  @Test
  void everyRequestIsKeptWithItsAnswer() {
    try (var broker = Brokers.withPosition();
        var wire = Wire.authorized(broker)) {
      wire.call(
          "order/liquidatePosition",
          "",
          "{\"accountId\":7001,\"contractId\":3445601,\"admin\":false}");

      var entry = Rest.stranger(broker).sim("requests?endpoint=order/liquidateposition").get(0);

      assertThat(entry.path("transport").asString()).isEqualTo("socket");
      assertThat(entry.path("endpoint").asString()).isEqualTo("order/liquidatePosition");
      assertThat(entry.path("body").path("accountId").asLong()).isEqualTo(7001);
      assertThat(entry.path("status").asInt()).isEqualTo(200);
      assertThat(entry.path("answer").path("orderId").asLong()).isPositive();
    }
  }

  @Test
  void numbersFollowTheOrderOfArrival() {
    try (var broker = Brokers.withAccount()) {
      var rest = Rest.loggedIn(broker);
      rest.get("account/list");
      rest.get("auth/me");

      assertThat(broker.control().requests())
          .extracting(entry -> entry.seq())
          .containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void theFileHasALineForEachRequestAndNoSecret(@TempDir Path folder) throws IOException {
    var file = folder.resolve("requests.jsonl");
    var settings = Brokers.still().withUser("demo", "demo").withRequestLog(file);
    try (var broker = Brokers.withAccount(settings);
        var wire = new Wire(broker.socketUri())) {
      var rest = Rest.stranger(broker);
      rest.post(
          "auth/accesstokenrequest",
          "{'name':'demo','password':'hunter2','sec':'topsecret','cid':8}");
      var token = Rest.token(broker);
      wire.call("authorize", "", token);

      var lines = Files.readAllLines(file);

      assertThat(lines).hasSize(3);
      assertThat(String.join("", lines))
          .doesNotContain("hunter2")
          .doesNotContain("topsecret")
          .doesNotContain(token)
          .contains("<secret>");
      assertThat(Wire.JSON.readTree(lines.getLast()).path("endpoint").asString())
          .isEqualTo("authorize");
    }
  }
}
