package io.plimsoll.simulator.rest;

import io.plimsoll.simulator.ledger.Json;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** What the broker says to a call. */
public sealed interface Answer {
  /** Status 200. Business failures are this too, with errorText or failureReason inside. */
  record Ok(JsonNode body) implements Answer {}

  /**
   * Status 200 in several messages with one request id; only the sync request does this. Each is
   * made when it is sent.
   */
  record Parts(List<Supplier<JsonNode>> bodies) implements Answer {}

  /** Any other status, with the text that is the {@code d} of a socket response. */
  record Failed(int status, String text) implements Answer {}

  /** A status and nothing else, as for 429. */
  record Empty(int status) implements Answer {}

  default int status() {
    return switch (this) {
      case Ok _ -> 200;
      case Parts _ -> 200;
      case Failed(var status, var _) -> status;
      case Empty(var status) -> status;
    };
  }

  static Answer errorText(String text) {
    return new Ok(Json.object().put("errorText", text));
  }
}
