package io.plimsoll.app.demo;

import java.util.LinkedHashMap;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The engine's log lines, as it prints them for programs. */
final class EngineLog {
  private EngineLog() {}

  /** Empty for a line that is not a log event. */
  static Optional<Happening.Logged> read(String line) {
    if (!line.startsWith("{")) {
      return Optional.empty();
    }
    try {
      var json = JsonMapper.shared().readTree(line);
      var fields = new LinkedHashMap<String, String>();
      for (var pair : json.path("kvpList")) {
        pair.properties()
            .forEach(field -> fields.put(field.getKey(), field.getValue().asString("")));
      }
      var cause = json.path("throwable");
      if (cause.isObject()) {
        fields.put(
            "cause",
            cause.path("className").asString("") + ": " + cause.path("message").asString(""));
      }
      return Optional.of(new Happening.Logged(json.path("message").asString(""), fields));
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }
}
