package io.plimsoll.engine.tradovate;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** One message out of a frame. */
public sealed interface Message {
  /** The answer to the request with this id; the status speaks HTTP. */
  record Response(long requestId, int status, JsonNode body) implements Message {}

  /** Entities that changed, in order. */
  record Props(List<EntityChange> changes) implements Message {
    public Props {
      changes = List.copyOf(changes);
    }
  }

  record MarketData(List<Quote> quotes) implements Message {
    public MarketData {
      quotes = List.copyOf(quotes);
    }
  }

  /** The server is about to close: Maintenance, ConnectionQuotaReached or IPQuotaReached. */
  record Shutdown(String reasonCode, String reason) implements Message {}

  /** Something not understood; it changes nothing else. */
  record Odd(String kind, String text) implements Message {}
}
