package io.plimsoll.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.simulator.ledger.Opening;
import io.plimsoll.simulator.wire.SplitMode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class SyncTest {
  @Test
  void theFirstResponseHasEveryCollection() {
    try (var broker = Brokers.withPosition();
        var wire = Wire.authorized(broker)) {
      var books = wire.call("user/syncrequest", "", "{}").path("d");

      assertThat(books.propertyNames())
          .contains(
              "users",
              "contractGroups",
              "accounts",
              "accountRiskStatuses",
              "marginSnapshots",
              "userAccountAutoLiqs",
              "cashBalances",
              "currencies",
              "positions",
              "fills",
              "fillPairs",
              "orders",
              "orderVersions",
              "contracts",
              "contractMaturities",
              "products",
              "exchanges",
              "commands",
              "commandReports",
              "executionReports");
      assertThat(books.path("accounts").get(0).path("id").asLong()).isEqualTo(7001);
      assertThat(books.path("positions").get(0).path("netPos").asInt()).isEqualTo(2);
    }
  }

  @Test
  void aSecondRequestOnOneSocketIsAnError() {
    try (var broker = Brokers.withAccount();
        var wire = Wire.synced(broker)) {
      var again = wire.call("user/syncrequest", "", "{}");

      assertThat(again.path("s").asInt()).isEqualTo(400);
      assertThat(again.path("d").isString()).isTrue();
    }
  }

  @Test
  void entityTypesFilterTheFirstResponse() {
    try (var broker = Brokers.withPosition();
        var wire = Wire.authorized(broker)) {
      var books =
          wire.call("user/syncrequest", "", "{\"entityTypes\":[\"cashBalance\"]}").path("d");

      assertThat(books.propertyNames())
          .containsExactlyInAnyOrder("users", "contractGroups", "cashBalances");
      assertThat(books.path("cashBalances").size()).isEqualTo(1);
    }
  }

  @Test
  void entityTypesFilterLaterEventsToo() {
    try (var broker = Brokers.withPosition();
        var wire = Wire.synced(broker, "{\"entityTypes\":[\"marginSnapshot\"]}")) {
      broker.control().administer(7001, Optional.of("LiquidateImmediately"));
      wire.props("marginSnapshot", margin -> margin.path("totalUsedMargin").asInt(-1) == 0);

      assertThat(wire.propsTypes()).containsOnly("marginSnapshot");
    }
  }

  @Test
  void accountsLimitWhatIsSeen() {
    try (var broker = threeAccounts();
        var wire = Wire.authorized(broker)) {
      var books = wire.call("user/syncrequest", "", "{\"accounts\":[11]}").path("d");
      broker.control().setCash(10, new BigDecimal("1"));
      broker.control().setCash(11, new BigDecimal("2"));
      wire.props("cashBalance", cash -> cash.path("accountId").asLong() == 11);

      assertThat(books.path("accounts").size()).isEqualTo(1);
      assertThat(wire.propsTypes()).hasSize(1);
    }
  }

  @Test
  void aShardSeesItsAccountsAndAllReferenceEntities() {
    try (var broker = threeAccounts();
        var even = Wire.authorized(broker);
        var odd = Wire.authorized(broker)) {
      var evenBooks = even.call("user/syncrequest", "", sharding(2, 0)).path("d");
      var oddBooks = odd.call("user/syncrequest", "", sharding(2, 1)).path("d");

      assertThat(evenBooks.path("accounts").valueStream().map(each -> each.path("id").asLong()))
          .containsExactly(10L, 12L);
      assertThat(oddBooks.path("accounts").valueStream().map(each -> each.path("id").asLong()))
          .containsExactly(11L);
      assertThat(oddBooks.path("marginSnapshots").size()).isEqualTo(1);
      assertThat(oddBooks.path("products").size()).isEqualTo(4);
    }
  }

  @Test
  void aShardHearsOfItsAccountsOnly() {
    try (var broker = threeAccounts();
        var odd = Wire.synced(broker, sharding(2, 1))) {
      broker.control().setCash(10, new BigDecimal("1"));
      broker.control().setCash(11, new BigDecimal("2"));
      odd.props("cashBalance", cash -> true);

      assertThat(odd.propsTypes()).hasSize(1);
      assertThat(odd.props("cashBalance", cash -> true).path("accountId").asLong()).isEqualTo(11);
    }
  }

  @Test
  void shardingTogetherWithAccountsOrUsersIsRefused() {
    try (var broker = Brokers.withAccount();
        var wire = Wire.authorized(broker)) {
      for (var field : List.of("users", "accounts")) {
        var body = sharding(2, 1).replace("{\"sharding", "{\"" + field + "\":[1],\"sharding");
        assertThat(wire.call("user/syncrequest", "", body).path("s").asInt()).isEqualTo(400);
      }
    }
  }

  @Test
  void usersTogetherWithEntityTypesIsRefused() {
    try (var broker = Brokers.withAccount();
        var wire = Wire.authorized(broker)) {
      var body = "{\"users\":[9001],\"entityTypes\":[\"account\"]}";
      assertThat(wire.call("user/syncrequest", "", body).path("s").asInt()).isEqualTo(400);
    }
  }

  @Test
  void aShardBeyondTheDivisorIsRefused() {
    try (var broker = Brokers.withAccount();
        var wire = Wire.authorized(broker)) {
      assertThat(wire.call("user/syncrequest", "", sharding(2, 2)).path("s").asInt())
          .isEqualTo(400);
    }
  }

  @ParameterizedTest
  @EnumSource(SplitMode.class)
  void everySplitShapeTellsTheSameBooks(SplitMode mode) {
    var settings =
        Brokers.still()
            .withSplit(mode)
            .withScenario(Settings.ScenarioName.demo)
            .withBackgroundAccounts(20);
    try (var broker = Simulator.start(settings);
        var wire = Wire.authorized(broker)) {
      wire.call("user/syncrequest", "", "{\"splitResponses\":true}");
      wire.call("auth/me", "", "");

      var ids = new HashMap<String, HashSet<Long>>();
      var responses = wire.responses(2);
      responses.forEach(response -> collect(response.path("d"), ids));
      assertThat(ids.get("accounts")).hasSize(25);
      assertThat(ids.get("accountRiskStatuses")).isEqualTo(ids.get("accounts"));
      assertThat(ids.get("cashBalances")).hasSize(25);
      switch (mode) {
        case single -> assertThat(responses).hasSize(1);
        case parts ->
            assertThat(responses).hasSizeGreaterThan(2).allMatch(each -> each.path("d").isObject());
        case props ->
            assertThat(responses).hasSizeGreaterThan(2).allMatch(each -> each.path("d").isArray());
      }
    }
  }

  @Test
  void withoutSplitResponsesThereIsOneMessage() {
    try (var broker = Brokers.withPosition();
        var parts = Wire.authorized(broker)) {
      assertThat(
              parts
                  .call("user/syncrequest", "", "{\"splitResponses\":false}")
                  .path("d")
                  .path("accounts")
                  .size())
          .isEqualTo(1);
    }
  }

  @Test
  void anAccountOpenedLaterIsTold() {
    try (var broker = Brokers.withAccount();
        var wire = Wire.synced(broker)) {
      broker.control().openAccount(Opening.account(8001, "LATE-8001", "1000"));

      assertThat(
              wire.props("account", account -> account.path("id").asLong() == 8001)
                  .path("name")
                  .asString())
          .isEqualTo("LATE-8001");
    }
  }

  private static void collect(JsonNode d, HashMap<String, HashSet<Long>> ids) {
    if (d.isArray()) {
      d.forEach(item -> {
        var type = item.path("entityType").asString();
        var collection = type.endsWith("s") ? type + "es" : type + "s";
        ids.computeIfAbsent(collection, any -> new HashSet<>())
            .add(item.path("entity").path("id").asLong());
      });
    } else {
      d.properties()
          .forEach(entry ->
              entry
                  .getValue()
                  .forEach(entity ->
                      ids.computeIfAbsent(entry.getKey(), any -> new HashSet<>())
                          .add(entity.path("id").asLong())));
    }
  }

  private static Simulator threeAccounts() {
    var broker = Simulator.start(Brokers.still());
    IntStream.rangeClosed(10, 12)
        .forEach(id -> broker.control().openAccount(Opening.account(id, "A" + id, "50000")));
    return broker;
  }

  private static String sharding(int divisor, int remainder) {
    return "{\"shardingExpression\":{\"expressionType\":\"modAccountId\",\"divisor\":%d,\"remainder\":%d}}"
        .formatted(divisor, remainder);
  }
}
