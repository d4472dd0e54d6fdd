package io.plimsoll.simulator.wire;

import io.plimsoll.simulator.ledger.Json;
import io.plimsoll.simulator.rest.Answer;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The text of outgoing frames. */
final class Frames {
  static final String OPEN = "o";
  static final String HEARTBEAT = "h";

  private Frames() {}

  static String close(int code, String reason) {
    return "c"
        + Json.MAPPER.writeValueAsString(Json.MAPPER.createArrayNode().add(code).add(reason));
  }

  static String messages(List<String> messages) {
    return messages.stream().collect(Collectors.joining(",", "a[", "]"));
  }

  static String event(String kind, JsonNode payload) {
    return Json.MAPPER.writeValueAsString(Json.object().put("e", kind).set("d", payload));
  }

  static String shutdown(String reasonCode) {
    return messages(List.of(event("shutdown", Json.object().put("reasonCode", reasonCode))));
  }

  /** One frame for each message of the answer, to be made in turn on the floor. */
  static List<Supplier<String>> responses(long id, Answer answer) {
    return switch (answer) {
      case Answer.Ok(var body) -> List.of(() -> response(head(id, 200), body));
      case Answer.Parts(var bodies) ->
          bodies.stream()
              .<Supplier<String>>map(body -> () -> response(head(id, 200), body.get()))
              .toList();
      case Answer.Failed(var status, var text) ->
          List.of(() -> response(head(id, status), Json.MAPPER.valueToTree(text)));
      case Answer.Empty(var status) -> List.of(() -> frame(head(id, status)));
    };
  }

  private static ObjectNode head(long id, int status) {
    return Json.object().put("s", status).put("i", id);
  }

  /** A successful authorize has no {@code d} at all. */
  private static String response(ObjectNode head, JsonNode body) {
    if (!body.isMissingNode()) {
      head.set("d", body);
    }
    return frame(head);
  }

  private static String frame(JsonNode message) {
    return messages(List.of(Json.MAPPER.writeValueAsString(message)));
  }
}
