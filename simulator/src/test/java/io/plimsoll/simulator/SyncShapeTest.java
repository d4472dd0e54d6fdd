package io.plimsoll.simulator;

import static io.plimsoll.simulator.Brokers.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.simulator.ledger.Opening;
import io.plimsoll.simulator.wire.SplitMode;
import io.plimsoll.simulator.wire.SyncShape;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class SyncShapeTest {
  private static final String SPLIT = "{\"splitResponses\":true}";
  private static final Duration PAUSE = Duration.ofMillis(120);

  @ParameterizedTest
  @EnumSource(SplitMode.class)
  void anEmptyOrganisationIsAnsweredToo(SplitMode mode) {
    try (var broker = Simulator.start(Brokers.still().withSplit(mode));
        var wire = Wire.authorized(broker)) {
      wire.call("user/syncrequest", "", SPLIT);

      var books = books(wire);
      assertThat(books.keySet()).noneMatch(key -> key.startsWith("account "));
      assertThat(books.keySet()).anyMatch(key -> key.startsWith("user "));
    }
  }

  @ParameterizedTest
  @EnumSource(SplitMode.class)
  void repeatedMessagesTellTheSameBooks(SplitMode mode) {
    try (var broker = many(SyncShape.of(mode).repeating());
        var plain = many(SyncShape.of(mode));
        var wire = Wire.authorized(broker);
        var once = Wire.authorized(plain)) {
      wire.call("user/syncrequest", "", SPLIT);
      once.call("user/syncrequest", "", SPLIT);
      wire.call("account/list", "", "");
      once.call("account/list", "", "");

      assertThat(wire.responses(2)).hasSize(2 * once.responses(2).size());
      assertThat(books(wire).keySet()).isEqualTo(books(once).keySet());
    }
  }

  @Test
  void eventsFindTheirWayBetweenTwoMessages() {
    try (var broker = many(SyncShape.of(SplitMode.parts).pausing(PAUSE));
        var wire = Wire.authorized(broker)) {
      wire.call("user/syncrequest", "", SPLIT);
      broker.control().setCash(ACCOUNT, new BigDecimal("12345"));
      var event = wire.props("cashBalance", any -> true);

      awaitWholeSync(wire, broker);
      assertThat(event.path("amount").asInt()).isEqualTo(12345);
      assertThat(positionOfFirstEvent(wire)).isLessThan(positionOfLastResponse(wire));
    }
  }

  @Test
  void aLateMessageDoesNotTellWhatAnEventHasOvertaken() {
    try (var broker = many(SyncShape.of(SplitMode.parts).pausing(PAUSE));
        var wire = Wire.authorized(broker)) {
      wire.call("user/syncrequest", "", SPLIT);
      broker.control().setCash(ACCOUNT, new BigDecimal("12345"));
      broker.control().setCash(7035, new BigDecimal("54321"));
      awaitWholeSync(wire, broker);

      assertThat(cash(wire, ACCOUNT)).isEqualTo(12345);
      assertThat(cash(wire, 7035)).isEqualTo(54321);
    }
  }

  @ParameterizedTest
  @EnumSource(SplitMode.class)
  void someEventsMayComeBeforeTheFirstResponse(SplitMode mode) {
    try (var broker = many(SyncShape.of(mode).pausing(PAUSE).afterSomeProps());
        var wire = Wire.authorized(broker)) {
      wire.call("user/syncrequest", "", SPLIT);

      var order = wire.messages();
      var firstResponse = order.indexOf(wire.responses(2).getFirst());
      assertThat(order.subList(1, firstResponse)).isNotEmpty().allMatch(each -> each.has("e"));
    }
  }

  @Test
  void withoutAPauseAllMessagesComeBeforeAnyLaterEvent() {
    try (var broker = many(SyncShape.of(SplitMode.parts));
        var wire = Wire.authorized(broker)) {
      wire.call("user/syncrequest", "", SPLIT);
      broker.control().setCash(ACCOUNT, new BigDecimal("12345"));
      wire.props("cashBalance", any -> true);

      assertThat(positionOfLastResponse(wire)).isLessThan(positionOfFirstEvent(wire));
    }
  }

  private static Simulator many(SyncShape shape) {
    var broker = Simulator.start(Brokers.still().with(shape));
    for (var n = 0; n < 40; n++) {
      broker.control().openAccount(Opening.account(ACCOUNT + n, "TEST-" + n, "50000"));
    }
    return broker;
  }

  private static void awaitWholeSync(Wire wire, Simulator broker) {
    var all = broker.control().requests("user/syncrequest").getFirst().answer();
    var count = all == null ? 0 : all.path("messages").asInt();
    wire.await(messages ->
        messages
            .filter(each -> each.path("i").asInt(-1) == 2)
            .skip(count - 1L)
            .findFirst()
            .orElse(null));
  }

  private static int positionOfFirstEvent(Wire wire) {
    var messages = wire.messages();
    return messages.indexOf(
        messages.stream().filter(each -> each.has("e")).findFirst().orElseThrow());
  }

  private static int positionOfLastResponse(Wire wire) {
    return wire.messages().lastIndexOf(wire.responses(2).getLast());
  }

  private static int cash(Wire wire, long account) {
    return books(wire).values().stream()
        .filter(each -> each.has("amountSOD") && each.path("accountId").asLong() == account)
        .findFirst()
        .orElseThrow()
        .path("amount")
        .asInt();
  }

  /** What a client that takes the last word of each entity would hold, by type and id. */
  private static Map<String, JsonNode> books(Wire wire) {
    var books = new HashMap<String, JsonNode>();
    for (var message : wire.messages()) {
      items(message.path("d")).forEach(each -> books.put(each.getKey(), each.getValue()));
    }
    return books;
  }

  private static Stream<Map.Entry<String, JsonNode>> items(JsonNode d) {
    if (d.isArray()) {
      return d.valueStream().flatMap(SyncShapeTest::items);
    }
    if (d.has("entity")) {
      return Stream.of(entry(d.path("entityType").asString(), d.path("entity")));
    }
    return List.copyOf(d.properties()).stream()
        .flatMap(list ->
            list.getValue().valueStream().map(each -> entry(singular(list.getKey()), each)));
  }

  private static Map.Entry<String, JsonNode> entry(String type, JsonNode entity) {
    return Map.entry(type + " " + entity.path("id").asLong(), entity);
  }

  static String singular(String collection) {
    if (collection.endsWith("ses")) {
      return collection.substring(0, collection.length() - 2);
    }
    return collection.endsWith("ies")
        ? collection.substring(0, collection.length() - 3) + "y"
        : collection.substring(0, collection.length() - 1);
  }
}
