package io.plimsoll.engine.tradovate;

import io.plimsoll.engine.tradovate.entity.BadEntityException;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.Fields;
import io.plimsoll.engine.tradovate.entity.Standing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Text to frames. Never throws for what a server may send: what it cannot read becomes Odd. */
public final class FrameReader {
  /** A frame of messages that cannot be read: what it would have changed is not known. */
  static final String BROKEN = "frame:broken-json";

  private FrameReader() {}

  public static Frame read(String text) {
    if (text.isEmpty()) {
      return new Frame.Odd("frame:empty", text);
    }
    return switch (text.charAt(0)) {
      case 'o' -> new Frame.Open();
      case 'h' -> new Frame.Heartbeat();
      case 'c' -> new Frame.Close(text.substring(1));
      case 'a' -> messages(text);
      default -> new Frame.Odd("frame:" + text.charAt(0), text);
    };
  }

  private static Frame messages(String text) {
    JsonNode array;
    try {
      array = Json.read(text.substring(1));
    } catch (JacksonException broken) {
      return new Frame.Odd(BROKEN, text);
    }
    if (!array.isArray()) {
      return new Frame.Odd("frame:not-an-array", text);
    }
    var messages = new ArrayList<Message>();
    for (var node : array) {
      messages.addAll(message(node));
    }
    return new Frame.Messages(messages);
  }

  private static List<Message> message(JsonNode node) {
    var event = node.get("e");
    if (event == null) {
      var id = node.get("i");
      return id != null && id.canConvertToLong()
          ? List.of(new Message.Response(id.longValue(), node.path("s").asInt(0), node.path("d")))
          : List.of(new Message.Odd("message:neither-event-nor-response", node.toString()));
    }
    var body = node.path("d");
    return switch (event.asString("")) {
      case "props" -> props(body);
      case "md" -> List.of(new Message.MarketData(quotes(body.path("quotes"))));
      case "shutdown" ->
          List.of(
              new Message.Shutdown(
                  body.path("reasonCode").asString("unknown"), body.path("reason").asString("")));
      default -> List.of(new Message.Odd("event:" + event.asString("?"), node.toString()));
    };
  }

  /** The body of a props event: one item or an array of them; an item's entity likewise. */
  static List<Message> props(JsonNode body) {
    var changes = new ArrayList<EntityChange>();
    var odd = new ArrayList<Message>();
    for (var item : body.isArray() ? body : List.of(body)) {
      var type = item.path("entityType").asString("");
      boolean deleted = item.path("eventType").asString("").equalsIgnoreCase("Deleted");
      var entity = item.path("entity");
      for (var one : entity.isArray() ? entity : List.of(entity)) {
        var change = change(type, deleted, one, odd);
        if (change != null) {
          changes.add(change);
        }
      }
    }
    var messages = new ArrayList<Message>(odd);
    if (!changes.isEmpty()) {
      messages.addFirst(new Message.Props(changes));
    }
    return messages;
  }

  static @Nullable EntityChange change(
      String wireName, boolean deleted, JsonNode entity, List<Message> odd) {
    var type = EntityType.ofWireName(wireName);
    if (type.isEmpty()) {
      odd.add(new Message.Odd("entity:" + wireName, entity.toString()));
      return null;
    }
    var fields = new Fields(entity);
    try {
      if (deleted) {
        return new EntityChange.Delete(type.get(), fields.requiredId("id"));
      }
      var read = type.get().read(fields);
      for (var complaint : fields.complaints()) {
        odd.add(new Message.Odd("field:" + wireName + "." + word(complaint), complaint));
      }
      return new EntityChange.Upsert(read);
    } catch (BadEntityException bad) {
      odd.add(new Message.Odd("entity:bad-" + wireName, bad.getMessage() + " in " + entity));
      return deleted ? null : unreadable(type.get(), fields);
    }
  }

  /** To leave out a position silently would be to call the account flat. */
  private static EntityChange.@Nullable Unreadable unreadable(EntityType type, Fields fields) {
    if (!Standing.class.isAssignableFrom(type.type())) {
      return null;
    }
    var id = fields.id("id");
    var account =
        switch (type) {
          case ACCOUNT, ACCOUNT_RISK_STATUS, MARGIN_SNAPSHOT -> id;
          default -> fields.id("accountId");
        };
    return id == null && account == null ? null : new EntityChange.Unreadable(type, id, account);
  }

  private static String word(String complaint) {
    int space = complaint.indexOf(' ');
    return space < 0 ? complaint : complaint.substring(0, space);
  }

  private static List<Quote> quotes(JsonNode array) {
    var quotes = new ArrayList<Quote>();
    for (var node : array) {
      var contract = node.path("contractId");
      if (contract.canConvertToLong()) {
        var entries = node.path("entries");
        quotes.add(
            new Quote(
                contract.longValue(),
                new Fields(entries.path("Trade")).number("price"),
                new Fields(entries.path("Bid")).number("price"),
                new Fields(entries.path("Offer")).number("price"),
                entries.hasNonNull("EmptyBook")));
      }
    }
    return quotes;
  }
}
