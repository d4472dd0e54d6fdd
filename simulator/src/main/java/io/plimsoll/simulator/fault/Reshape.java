package io.plimsoll.simulator.fault;

import io.plimsoll.simulator.ledger.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The same news in the other shapes that clients were seen to expect. Empty when there are none.
 */
final class Reshape {
  private Reshape() {}

  /** One message for all props, with {@code d} an array; the other messages follow. */
  static Optional<String> propsArray(String frame) {
    return Messages.of(frame)
        .filter(messages -> messages.props().findAny().isPresent())
        .map(messages -> {
          var merged = Json.object().put("e", "props");
          var items = merged.putArray("d");
          messages.props().forEach(items::add);
          var rest = Json.MAPPER.createArrayNode().add(merged);
          messages.all().valueStream().filter(each -> !isProps(each)).forEach(rest::add);
          return new Messages(rest).frame();
        });
  }

  /** Neighbours of one type and one kind of event become one message. */
  static Optional<String> entityArray(String frame) {
    return Messages.of(frame)
        .filter(messages -> messages.props().findAny().isPresent())
        .map(messages -> {
          var merged = Json.MAPPER.createArrayNode();
          messages.all().forEach(message -> append(merged, message));
          return new Messages(merged).frame();
        });
  }

  /** The Deleted events of the frame, each with only an id. */
  static Optional<String> bareDelete(String frame) {
    if (!frame.contains("\"eventType\":\"Deleted\"")) {
      return Optional.empty();
    }
    return Messages.of(frame)
        .map(messages -> {
          messages
              .props()
              .filter(d -> d.path("eventType").asString("").equals("Deleted"))
              .forEach(d -> {
                var bare = Json.object();
                bare.set("id", d.path("entity").path("id"));
                d.set("entity", bare);
              });
          return messages.frame();
        });
  }

  private static void append(ArrayNode merged, JsonNode message) {
    if (!(isProps(message) && message.path("d") instanceof ObjectNode d)) {
      merged.add(message);
      return;
    }
    var last = merged.isEmpty() ? Json.object() : merged.get(merged.size() - 1).path("d");
    if (last.path("entityType").equals(d.path("entityType"))
        && last.path("eventType").equals(d.path("eventType"))
        && last.path("entity") instanceof ArrayNode entities) {
      entities.add(d.path("entity"));
    } else {
      d.set("entity", Json.MAPPER.createArrayNode().add(d.path("entity")));
      merged.add(message);
    }
  }

  private static boolean isProps(JsonNode message) {
    return message.path("e").asString("").equals("props") && message.path("d").isObject();
  }
}
