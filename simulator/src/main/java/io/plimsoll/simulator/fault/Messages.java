package io.plimsoll.simulator.fault;

import io.plimsoll.simulator.ledger.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The messages of one {@code a} frame, taken apart to be changed and written again. */
record Messages(ArrayNode all) {
  /** Empty when it is no {@code a} frame of valid JSON. */
  static Optional<Messages> of(String frame) {
    try {
      return frame.startsWith("a")
              && Json.MAPPER.readTree(frame.substring(1)) instanceof ArrayNode a
          ? Optional.of(new Messages(a))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  String frame() {
    return "a" + Json.MAPPER.writeValueAsString(all);
  }

  /** The {@code d} of each props event, where that is one object. */
  Stream<ObjectNode> props() {
    return all.valueStream()
        .filter(each -> each.path("e").asString("").equals("props"))
        .map(each -> each.path("d"))
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast);
  }

  /**
   * What the messages are about: entities of events, the quotes' entries, the payload of a response
   * and the entities in its lists.
   */
  List<ObjectNode> contents() {
    var found = new ArrayList<ObjectNode>();
    for (var message : all) {
      var d = message.path("d");
      if (message.has("e") && d.has("entity")) {
        collect(d.path("entity"), found);
      } else if (d.has("quotes")) {
        d.path("quotes").forEach(quote -> quote.path("entries").forEach(e -> collect(e, found)));
        collect(d.path("quotes"), found);
      } else {
        collect(d, found);
        d.forEach(each -> collect(each, found));
      }
    }
    return found;
  }

  private static void collect(JsonNode node, List<ObjectNode> found) {
    if (node instanceof ObjectNode object) {
      if (!object.isEmpty()) {
        found.add(object);
      }
    } else if (node.isArray()) {
      node.forEach(each -> {
        if (each instanceof ObjectNode object && !object.isEmpty()) {
          found.add(object);
        }
      });
    }
  }
}
