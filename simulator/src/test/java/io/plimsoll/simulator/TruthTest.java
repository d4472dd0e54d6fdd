package io.plimsoll.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.simulator.fault.Chaos;
import io.plimsoll.simulator.fault.Script;
import io.plimsoll.simulator.ledger.EntityType;
import io.plimsoll.simulator.ledger.Json;
import io.plimsoll.simulator.wire.SplitMode;
import io.plimsoll.simulator.wire.SyncShape;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a plain client holds in the end is what the broker holds, under load and whatever goes
 * wrong.
 */
class TruthTest {
  private static final long A_WHILE = 2_000_000_000L;

  @Test
  void underLoadAClientHoldsWhatTheBrokerHolds() {
    try (var broker = Simulator.start(loaded(1));
        var keeper = new BookKeeper(broker)) {
      keeper.follow(A_WHILE);
      broker.control().freeze();

      assertThat(differences(keeper.settle(), truth(broker))).isEmpty();
      assertThat(keeper.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void throughChaosThatCutsAfterALossTheBooksAreTrueInTheEnd(long seed) {
    var settings = loaded(seed).with(Chaos.at(0.03).cuttingAfterLoss(Duration.ofMillis(200)));
    try (var broker = Simulator.start(settings);
        var keeper = new BookKeeper(broker)) {
      keeper.follow(A_WHILE);
      broker.control().freeze();
      broker.control().clearFaults();

      assertThat(differences(keeper.settle(), truth(broker))).isEmpty();
      assertThat(broker.control().injections().counts()).hasSizeGreaterThan(5);
      assertThat(keeper.connections()).isGreaterThan(1);
    }
  }

  @Test
  void faultsThatLoseNothingLeaveTheBooksTrueOnOneConnection() {
    var harmless =
        Script.parse(
            Wire.JSON.readTree(
                """
                {"faults": [
                  {"fault": "duplicate", "rate": 0.05},
                  {"fault": "replay", "rate": 0.002, "socket": "user"},
                  {"fault": "delay", "rate": 0.002, "pause": "50ms"},
                  {"fault": "unknown-field", "rate": 0.05, "frames": "events"},
                  {"fault": "wrong-type", "rate": 0.05, "frames": "events", "beside": true},
                  {"fault": "unknown-enum", "rate": 0.05, "frames": "events", "beside": true},
                  {"fault": "props-array", "rate": 0.05},
                  {"fault": "entity-array", "rate": 0.05},
                  {"fault": "bare-delete", "rate": 0.05},
                  {"fault": "unknown-frame", "rate": 0.05},
                  {"fault": "unknown-event", "rate": 0.05},
                  {"fault": "unknown-type", "rate": 0.05},
                  {"fault": "empty", "rate": 0.05}]}
                """));
    try (var broker = Simulator.start(loaded(5).with(harmless));
        var keeper = new BookKeeper(broker)) {
      keeper.follow(A_WHILE);
      broker.control().freeze();
      broker.control().clearFaults();

      var held = keeper.settle();
      held.keySet().removeIf(key -> key.startsWith("riskForecast") || key.startsWith("Other"));
      assertThat(differences(strippedOfUnknown(held), truth(broker))).isEmpty();
      assertThat(keeper.connections()).isEqualTo(1);
    }
  }

  @Test
  void aSnapshotInPartsWithPausesEndsTrueToo() {
    var shape = SyncShape.of(SplitMode.parts).pausing(Duration.ofMillis(30)).repeating();
    try (var broker = Simulator.start(loaded(7).with(shape.afterSomeProps()));
        var keeper = new BookKeeper(broker)) {
      keeper.follow(A_WHILE);
      broker.control().freeze();

      assertThat(differences(keeper.settle(), truth(broker))).isEmpty();
    }
  }

  private static Settings loaded(long seed) {
    return Settings.defaults()
        .withSeed(seed)
        .withScenario(Settings.ScenarioName.load)
        .withBackgroundAccounts(30)
        .withRate(400)
        .withTiming(Duration.ofMillis(100), Duration.ofSeconds(60), Duration.ofSeconds(60));
  }

  private static List<String> differences(Map<String, JsonNode> held, Map<String, JsonNode> truth) {
    var keys = new TreeSet<>(held.keySet());
    keys.addAll(truth.keySet());
    return keys.stream()
        .filter(key -> !Objects.equals(held.get(key), truth.get(key)))
        .limit(20)
        .map(key -> "%s: held %s, true is %s".formatted(key, held.get(key), truth.get(key)))
        .toList();
  }

  private static Map<String, JsonNode> truth(Simulator broker) {
    var truth = new TreeMap<String, JsonNode>();
    for (var type : EntityType.SYNCED) {
      for (var entity : broker.control().all(type.name())) {
        truth.put(
            type.name() + " " + entity.id(),
            Wire.JSON.readTree(Json.MAPPER.writeValueAsString(entity.fields())));
      }
    }
    return truth;
  }

  /** An unknown field that a fault put in stays until the entity changes again. */
  private static Map<String, JsonNode> strippedOfUnknown(Map<String, JsonNode> held) {
    held.values()
        .forEach(
            each -> ((ObjectNode) each).remove(List.of("sourceRegion", "confidence", "audit")));
    return held;
  }
}
