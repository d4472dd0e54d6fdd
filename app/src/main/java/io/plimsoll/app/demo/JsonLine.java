package io.plimsoll.app.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What happens, for programs: one JSON object a line. Amounts are decimal strings, as logged. */
final class JsonLine {
  private JsonLine() {}

  /**
   * @param seconds since the demo was started
   */
  static ObjectNode of(double seconds, Happening happening) {
    return switch (happening) {
      case Happening.Logged(var event, var fields) -> of(seconds, event, fields);
      case Happening.Mailed(var subject, var account) ->
          of(seconds, "mail arrived", Map.of()).put("name", account).put("subject", subject);
      case Happening.Hooked it ->
          of(seconds, "webhook arrived", Map.of())
              .put("name", it.account())
              .put("plan", it.plan())
              .put("rule", it.alert())
              .put("subject", it.subject())
              .put("status", it.status())
              .put("done", it.done())
              .put("genuine", it.genuine());
      case Happening.Killed() -> of(seconds, "engine killed", Map.of());
    };
  }

  /** With these fields, without those that are not known. */
  static ObjectNode of(double seconds, String event, Map<String, String> fields) {
    var json =
        JsonMapper.shared()
            .createObjectNode()
            .put("seconds", BigDecimal.valueOf(seconds).setScale(2, RoundingMode.HALF_UP))
            .put("event", event);
    fields.forEach((name, value) -> {
      if (!value.equals("null")) {
        json.put(name, value);
      }
    });
    return json;
  }
}
