package io.plimsoll.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.simulator.ledger.Contents;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadTest {
  private static final int ACCOUNTS = 12;
  private static final int MANY_FRAMES = 1500;
  private static final Duration LONG = Duration.ofSeconds(60);

  private final Simulator broker =
      Simulator.start(
          Settings.defaults()
              .withScenario(Settings.ScenarioName.load)
              .withBackgroundAccounts(ACCOUNTS)
              .withRate(2000)
              .with(Contents.plain())
              .withTiming(LONG, LONG, LONG));

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void theMixHasAllThatMattersToARiskEngine() {
    try (var prices = Wire.marketData(broker);
        var wire = Wire.synced(broker)) {
      prices.call("md/subscribequote", "", "{\"symbol\":\"MNQZ6\"}");
      wire.awaitFrames(MANY_FRAMES);

      assertThat(new HashSet<>(wire.propsTypes()))
          .contains(
              "cashBalance",
              "position",
              "marginSnapshot",
              "order",
              "fill",
              "accountRiskStatus",
              "executionReport");
      prices.event("md", any -> true);
    }
  }

  @Test
  void itBeginsWithTheFirstSyncRequest() {
    assertThat(broker.control().all("order")).hasSize(ACCOUNTS);
    try (var wire = Wire.authorized(broker)) {
      wire.call("account/list", "", "");
      assertThat(broker.control().all("order")).hasSize(ACCOUNTS);
      wire.call("user/syncrequest", "", "{}");

      wire.awaitFrames(200);
    }
  }

  @Test
  void whatIsLongDoneIsDeletedAndTold() {
    try (var wire = Wire.synced(broker)) {
      wire.awaitFrames(MANY_FRAMES);
      broker.control().freeze();

      assertThat(broker.control().all("order").size()).isLessThanOrEqualTo(ACCOUNTS * 4);
      var orders =
          broker.control().all("order").stream()
              .map(order -> order.id())
              .collect(Collectors.toSet());
      assertThat(broker.control().all("command"))
          .allMatch(command -> orders.contains(command.whole("orderId")));
      assertThat(
              wire.messages().stream()
                  .map(each -> each.path("d").path("eventType").asString(""))
                  .distinct())
          .contains("Created", "Updated", "Deleted");
    }
  }

  @Test
  void aFrozenBrokerTellsNothingMore() {
    try (var wire = Wire.synced(broker)) {
      wire.awaitFrames(200);
      Rest.stranger(broker).sim("freeze", "");
      wire.call("account/list", "", "");
      var frames = wire.frames();
      wire.call("account/list", "", "");

      assertThat(wire.frames()).hasSize(frames.size() + 1);
    }
  }

  @Test
  void eachShardHearsOfItsOwnAccounts() {
    var shard =
        "{\"shardingExpression\":{\"expressionType\":\"modAccountId\",\"divisor\":2,\"remainder\":%d}}";
    try (var even = Wire.synced(broker, shard.formatted(0));
        var odd = Wire.synced(broker, shard.formatted(1))) {
      for (var wire : List.of(even, odd)) {
        wire.awaitFrames(300);
        assertThat(
                wire.messages().stream()
                    .map(each -> each.path("d"))
                    .filter(d -> d.path("entityType").asString("").equals("cashBalance"))
                    .map(d -> d.path("entity").path("accountId").asLong() % 2)
                    .distinct())
            .containsExactly(wire == even ? 0L : 1L);
      }
    }
  }
}
