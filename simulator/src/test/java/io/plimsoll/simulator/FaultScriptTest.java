package io.plimsoll.simulator;

import static io.plimsoll.simulator.Brokers.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.simulator.fault.Script;
import io.plimsoll.simulator.ledger.Side;
import io.plimsoll.simulator.ledger.Ticket;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults that come by themselves: at moments, by chance, and what is written of them. */
class FaultScriptTest {
  @Test
  void aMomentOfTheScriptCountsFromTheFirstSyncRequest() {
    var clock = new SteppedClock();
    var rule = "{\"faults\":[{\"fault\":\"cut\",\"at\":\"5s\",\"socket\":\"user\"}]}";
    var settings = Brokers.still().withClock(clock).with(Script.parse(Wire.JSON.readTree(rule)));
    try (var scripted = Simulator.start(settings)) {
      clock.step(Duration.ofSeconds(30));
      try (var victim = Wire.synced(scripted)) {
        clock.step(Duration.ofSeconds(4));
        victim.call("auth/me", "", "");
        assertThat(scripted.control().injections().entries()).isEmpty();

        clock.step(Duration.ofSeconds(1));
        victim.awaitClose();
      }
    }
  }

  @Test
  void sameSeedSameFaultsOnTheSameFrames() {
    assertThat(chaos(11)).isEqualTo(chaos(11)).isNotEqualTo(chaos(12));
  }

  @Test
  void everyFaultIsCountedAndInTheRequestLog(@TempDir Path folder) throws Exception {
    var log = folder.resolve("requests.jsonl");
    try (var logged = Brokers.withAccount(Brokers.still().withRequestLog(log));
        var victim = Wire.synced(logged)) {
      var sim = Rest.stranger(logged);
      sim.sim("fault", "{'fault':'duplicate','entityType':'cashBalance'}");
      logged.control().setCash(ACCOUNT, new BigDecimal("1"));
      victim.props("cashBalance", any -> true);
      sim.sim("fault", "{'endpoint':'auth/me','kind':'status','status':500}");
      victim.call("auth/me", "", "");

      var faults = sim.sim("faults");
      assertThat(faults.path("counts").path("duplicate").asInt()).isEqualTo(1);
      assertThat(faults.path("counts").path("status").asInt()).isEqualTo(1);
      assertThat(faults.path("faults").get(0).path("where").asString()).isEqualTo("user 1");
      assertThat(faults.path("faults").get(0).path("about").asString())
          .isEqualTo("props cashBalance");
      assertThat(Files.readString(log)).contains("\"injected\":\"duplicate\"");
    }
  }

  @Test
  void anUnknownFaultIsRefusedWithTheOnesThereAre() {
    try (var broker = Brokers.withAccount()) {
      var answer = Rest.stranger(broker).sim("fault", "{'fault':'explode'}");

      assertThat(answer.path("error").asString()).contains("explode").contains("half-open");
    }
  }

  @Test
  void anIntervalStrikesAgainAndAgain() {
    var clock = new SteppedClock();
    var settings =
        Brokers.still()
            .withClock(clock)
            .with(script("{'fault':'unknown-event','every':'10s','socket':'user'}"));
    try (var broker = Simulator.start(settings);
        var wire = Wire.synced(broker)) {
      for (var n = 1; n <= 3; n++) {
        clock.step(Duration.ofSeconds(10));
        var times = n;
        wire.await(messages ->
            broker.control().injections().counts().getOrDefault("unknown-event", 0L) == times
                ? Wire.JSON.createObjectNode()
                : null);
      }
    }
  }

  @Test
  void oneOfSeveralSocketsCanBePicked() {
    try (var broker = Brokers.withAccount();
        var first = Wire.synced(broker);
        var second = Wire.synced(broker)) {
      var answer = Rest.stranger(broker).sim("fault", "{'fault':'cut','one':true}");

      assertThat(answer.path("struck").asInt()).isEqualTo(1);
      Wire.awaitEither(first, second);
      assertThat(first.isClosed() ^ second.isClosed()).isTrue();
    }
  }

  @Test
  void aScriptMayHaveFaultsOfCallsToo() {
    var settings =
        Brokers.still().with(script("{'endpoint':'*','kind':'status','status':500,'rate':1}"));
    try (var broker = Brokers.withAccount(settings)) {
      assertThat(Rest.stranger(broker).answer("account/list", "").statusCode()).isEqualTo(500);
      assertThat(Rest.stranger(broker).answer("auth/accesstokenrequest", "{}").statusCode())
          .isEqualTo(500);
    }
  }

  @Test
  void aFaultByChanceHitsThatShareOfTheCalls() {
    try (var broker = Brokers.withAccount()) {
      var rest = Rest.loggedIn(broker);
      Rest.stranger(broker)
          .sim("fault", "{'endpoint':'account/list','kind':'status','status':500,'rate':0.3}");

      var failed =
          IntStream.range(0, 300)
              .filter(n -> rest.answer("account/list", "").statusCode() == 500)
              .count();
      assertThat(failed).isBetween(60L, 120L);
      assertThat(rest.answer("position/list", "").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aRuleCanBeAddedWhileItRuns() {
    try (var broker = Brokers.withAccount();
        var wire = Wire.synced(broker)) {
      Rest.stranger(broker)
          .sim("fault", "{'fault':'duplicate','rate':1,'entityType':'cashBalance'}");
      broker.control().setCash(ACCOUNT, new BigDecimal("1"));
      broker.control().administer(ACCOUNT, Optional.empty());
      wire.props("accountRiskStatus", any -> true);

      assertThat(wire.propsTypes())
          .containsExactly("cashBalance", "cashBalance", "accountRiskStatus");
    }
  }

  /** What a client that only listens gets to see, without what times decide. */
  private static List<String> chaos(long seed) {
    var rates =
        "{\"faults\":[{\"fault\":\"drop\",\"rate\":0.2},{\"fault\":\"duplicate\",\"rate\":0.2},{\"fault\":\"wrong-type\",\"rate\":0.2},{\"fault\":\"truncate\",\"rate\":0.1}]}";
    var settings =
        Brokers.still()
            .withSeed(seed)
            .withClock(new SteppedClock())
            .with(
                Script.parse(
                    Wire.JSON.readTree(rates.replace("rate\"", "frames\":\"events\",\"rate\""))));
    try (var broker = Brokers.withAccount(settings);
        var wire = Wire.synced(broker)) {
      for (var n = 1; n <= 20; n++) {
        broker
            .control()
            .order(Ticket.market(ACCOUNT, "ESZ6", n % 2 == 0 ? Side.Sell : Side.Buy, 1));
      }
      wire.call("auth/me", "", "");
      return wire.frames().stream().filter(frame -> frame.startsWith("a[{\"e")).toList();
    }
  }

  private static Script script(String entry) {
    return Script.parse(Wire.JSON.readTree(("{'faults':[" + entry + "]}").replace('\'', '"')));
  }
}
