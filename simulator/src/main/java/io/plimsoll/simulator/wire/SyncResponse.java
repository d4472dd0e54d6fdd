package io.plimsoll.simulator.wire;

import io.plimsoll.simulator.ledger.Books;
import io.plimsoll.simulator.ledger.Change;
import io.plimsoll.simulator.ledger.Entity;
import io.plimsoll.simulator.ledger.EntityType;
import io.plimsoll.simulator.ledger.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The books as a subscription sees them, in one of the three shapes. Which entity goes in which
 * message is decided at once; its state is that of the moment the message is made, so a late
 * message never tells what an event has overtaken.
 */
final class SyncResponse {
  private static final int SMALLEST_CHUNK = 50;
  private static final int MOST_CHUNKS = 20;

  private SyncResponse() {}

  /** The messages in order, each to be made in turn on the floor. */
  static List<Supplier<JsonNode>> of(
      List<Entity> seen, Books books, Subscription subscription, SplitMode mode, boolean repeats) {
    var messages = new ArrayList<Supplier<JsonNode>>();
    var chunks = mode == SplitMode.single ? List.of(seen) : chunks(seen);
    for (var chunk : chunks) {
      var first = messages.isEmpty();
      messages.add(
          mode == SplitMode.props
              ? () -> props(now(chunk, books))
              : () -> message(now(chunk, books), books, subscription, first));
    }
    return repeats ? repeated(messages) : messages;
  }

  private static List<Entity> now(List<Entity> chunk, Books books) {
    return chunk.stream()
        .flatMap(entity -> books.find(entity.type(), entity.id()).stream())
        .toList();
  }

  private static List<Supplier<JsonNode>> repeated(List<Supplier<JsonNode>> messages) {
    var twice = new ArrayList<Supplier<JsonNode>>();
    for (var n = 0; n < messages.size(); n++) {
      twice.add(messages.get(n));
      if (n > 0) {
        twice.add(messages.get(n - 1));
      }
    }
    twice.add(messages.getLast());
    return twice;
  }

  /**
   * The first message of an answer has every collection that is asked for, be it empty; users and
   * contractGroups always.
   */
  private static JsonNode message(
      List<Entity> entities, Books books, Subscription subscription, boolean first) {
    var message = Json.object();
    if (first) {
      message.putArray("users");
      message.putArray("contractGroups");
      books.types().stream()
          .filter(EntityType::inSync)
          .filter(subscription::seesType)
          .forEach(type -> message.withArray(type.collection()));
    }
    entities.forEach(entity -> collection(message, entity).add(entity.fields()));
    return message;
  }

  private static ArrayNode collection(ObjectNode message, Entity entity) {
    return message.withArray(entity.type().collection());
  }

  private static JsonNode props(List<Entity> entities) {
    return Json.array(
        entities.stream()
            .map(entity -> new Change(Change.Kind.Created, entity, OptionalLong.empty()).props())
            .toList());
  }

  /** At least one, be it empty. */
  private static List<List<Entity>> chunks(List<Entity> entities) {
    var chunks = new ArrayList<List<Entity>>();
    var size = Math.max(SMALLEST_CHUNK, Math.ceilDiv(entities.size(), MOST_CHUNKS));
    for (var from = 0; from == 0 || from < entities.size(); from += size) {
      chunks.add(entities.subList(from, Math.min(from + size, entities.size())));
    }
    return chunks;
  }
}
