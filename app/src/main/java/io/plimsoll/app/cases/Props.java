package io.plimsoll.app.cases;

import io.plimsoll.engine.tradovate.Frame;
import io.plimsoll.engine.tradovate.FrameReader;
import io.plimsoll.engine.tradovate.Inbound;
import io.plimsoll.engine.tradovate.Message;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the broker sends at one time, as the text of a frame, and read as any frame is. */
final class Props {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final ArrayNode items = JSON.createArrayNode();

  Props put(EntityType type, ObjectNode entity) {
    items
        .addObject()
        .put("entityType", type.wireName())
        .put("eventType", "Updated")
        .set("entity", entity);
    return this;
  }

  Props gone(EntityType type, long id) {
    items
        .addObject()
        .put("entityType", type.wireName())
        .put("eventType", "Deleted")
        .putObject("entity")
        .put("id", id);
    return this;
  }

  List<Inbound> read() {
    return items.isEmpty() ? List.of() : read("props", JSON.writeValueAsString(items));
  }

  /** Quotes of last trades; each is an object with a {@code contractId} and {@code entries}. */
  static List<Inbound> quotes(ArrayNode quotes) {
    return quotes.isEmpty()
        ? List.of()
        : read("md", "{\"quotes\":%s}".formatted(JSON.writeValueAsString(quotes)));
  }

  private static List<Inbound> read(String event, String body) {
    var inbound = new ArrayList<Inbound>();
    var text = "a[{\"e\":\"%s\",\"d\":%s}]".formatted(event, body);
    if (FrameReader.read(text) instanceof Frame.Messages(var messages)) {
      for (var message : messages) {
        switch (message) {
          case Message.Props(var changes) -> inbound.add(new Inbound.Changes(changes));
          case Message.MarketData(var quotes) -> inbound.add(new Inbound.Quotes(quotes));
          // What is no number is refused here, as it is on the socket.
          case Message.Odd _, Message.Response _, Message.Shutdown _ -> {}
        }
      }
    }
    return inbound;
  }
}
