package io.plimsoll.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the simulated broker as a process, as in the demo. */
class JudgeTest {
  @TempDir private static Path folder;
  private static BrokerProcess broker;
  private static Judge judge;

  @BeforeAll
  static void start() throws Exception {
    broker = BrokerProcess.start(folder, List.of("--port=0", "--tick=0"));
    judge = new Judge("http://" + broker.address());
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void anAccountWithPositionsIsNotFlat() throws Exception {
    assertThat(judge.isFlat(1001)).isFalse();
  }

  @Test
  void anAccountWithoutPositionsIsFlat() throws Exception {
    post("/sim/account", "{\"id\":9101,\"name\":\"NEW-9101\",\"balance\":50000}");
    assertThat(judge.isFlat(9101)).isTrue();
  }

  @Test
  void anAccountThatTheBrokerDoesNotKnowIsNotFlatButAFault() {
    assertThatThrownBy(() -> judge.isFlat(4711))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/sim/accounts/4711");
  }

  @Test
  void theAdminActionThatStandsIsShown() throws Exception {
    assertThat(judge.adminAction(1002)).isEqualTo("Normal");
    post("/sim/admin", "{\"accountId\":1002,\"adminAction\":\"LockTradingImmediately\"}");
    assertThat(judge.adminAction(1002)).isEqualTo("LockTradingImmediately");
  }

  @Test
  void whatAPersonSetIsNoRequestOfTheEngine() throws Exception {
    post("/sim/admin", "{\"accountId\":1003,\"adminAction\":\"LockTradingImmediately\"}");
    assertThat(judge.adminActions(1003)).isEmpty();
  }

  @Test
  void aBrokerThatIsGoneIsAFaultWithItsAddress() {
    assertThatThrownBy(() -> new Judge("http://127.0.0.1:1").isFlat(1001))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("http://127.0.0.1:1/sim/accounts/1001")
        .hasMessageContaining("does not answer");
  }

  private static void post(String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://" + broker.address() + path))
            .POST(BodyPublishers.ofString(body))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }
  }
}
