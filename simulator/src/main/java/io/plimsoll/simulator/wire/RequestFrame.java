package io.plimsoll.simulator.wire;

import io.plimsoll.simulator.ledger.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A client's text frame: endpoint, id, query and body, a line each; the body may have lines of its
 * own.
 */
record RequestFrame(String endpoint, long id, Map<String, String> query, String body) {
  /** Empty when the frame has not four parts or its id is no number. */
  static Optional<RequestFrame> parse(String text) {
    var parts = text.split("\n", 4);
    if (parts.length < 4 || !parts[1].strip().matches("\\d{1,18}")) {
      return Optional.empty();
    }
    var endpoint = parts[0].strip();
    return Optional.of(
        new RequestFrame(
            endpoint.startsWith("/") ? endpoint.substring(1) : endpoint,
            Long.parseLong(parts[1].strip()),
            query(parts[2]),
            parts[3].strip()));
  }

  /** Empty when the body is not JSON. No body is a missing node. */
  Optional<JsonNode> json() {
    return json(body);
  }

  static Optional<JsonNode> json(String body) {
    try {
      return Optional.of(body.isBlank() ? MissingNode.getInstance() : Json.MAPPER.readTree(body));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** The token of an authorize request: bare, or a JSON string. */
  String token() {
    return body.startsWith("\"") && body.endsWith("\"") && body.length() > 1
        ? body.substring(1, body.length() - 1)
        : body;
  }

  private static Map<String, String> query(String text) {
    var query = new LinkedHashMap<String, String>();
    for (var pair : text.strip().split("&", -1)) {
      var equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return query;
  }
}
