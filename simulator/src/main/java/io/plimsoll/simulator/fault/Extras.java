package io.plimsoll.simulator.fault;

import io.plimsoll.simulator.ledger.Json;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Frames that no version of the protocol has yet. A client is to pass over them. */
final class Extras {
  static final String EMPTY = "a[]";
  private static final List<String> FRAMES =
      List.of("m\"something new\"", "x{\"version\":2}", "z", "");
  private static final List<String> EVENTS =
      List.of(
          "a[{\"e\":\"weather\",\"d\":{\"sky\":\"grey\"}}]",
          "a[{\"e\":\"weather\",\"d\":\"grey\"}]",
          "a[{\"e\":\"weather\"}]",
          "a[{\"sky\":\"grey\"}]",
          "a[\"grey\"]");

  /** Never given to an entity. */
  private static final long NOBODY = 4;

  private Extras() {}

  static String frame(Random random) {
    return FRAMES.get(random.nextInt(FRAMES.size()));
  }

  static String event(Random random) {
    return EVENTS.get(random.nextInt(EVENTS.size()));
  }

  /** The second was seen by others: its entity is a wrapper, and it passes every filter. */
  static String entityType(Random random) {
    if (random.nextBoolean()) {
      return props(
          "riskForecast", "Created", Json.object().put("id", NOBODY).put("outlook", "fair"));
    }
    var wrapped = Json.object();
    wrapped
        .putObject("adminAlertSignal")
        .put("id", NOBODY)
        .put("timestamp", "2026-11-20T15:00:00.000Z")
        .put("adminAlertId", 1)
        .put("text", "Elsewhere")
        .put("emailSent", false)
        .put("subjectId", 1);
    return props("OtherEnvAdminAlertSignal", "Created", wrapped);
  }

  static String bareDelete(Random random) {
    var types = List.of("order", "position", "cashBalance", "account", "riskForecast");
    return props(
        types.get(random.nextInt(types.size())), "Deleted", Json.object().put("id", NOBODY));
  }

  static ObjectNode message(String type, String eventType, JsonNode entity) {
    var message = Json.object().put("e", "props");
    message
        .putObject("d")
        .put("entityType", type)
        .put("eventType", eventType)
        .set("entity", entity);
    return message;
  }

  private static String props(String type, String eventType, JsonNode entity) {
    return "a[" + Json.MAPPER.writeValueAsString(message(type, eventType, entity)) + "]";
  }
}
