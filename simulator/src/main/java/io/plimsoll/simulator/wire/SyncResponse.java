package io.plimsoll.simulator.wire;

import io.plimsoll.simulator.ledger.Books;
import io.plimsoll.simulator.ledger.Change;
import io.plimsoll.simulator.ledger.Entity;
import io.plimsoll.simulator.ledger.EntityType;
import io.plimsoll.simulator.ledger.Json;
import io.plimsoll.simulator.rest.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The books as a subscription sees them, in one of the three shapes. */
final class SyncResponse {
  private static final int SMALLEST_CHUNK = 50;
  private static final int MOST_CHUNKS = 20;

  private SyncResponse() {}

  static Answer of(Books books, Subscription subscription, SplitMode mode) {
    var seen =
        books.types().stream()
            .filter(EntityType::inSync)
            .filter(subscription::seesType)
            .flatMap(type -> books.all(type).stream())
            .filter(entity -> subscription.sees(entity, books))
            .toList();
    return switch (mode) {
      case single -> new Answer.Ok(message(seen, books, subscription, true));
      case parts -> {
        var chunks = chunks(seen);
        var parts = new ArrayList<JsonNode>();
        chunks.forEach(chunk -> parts.add(message(chunk, books, subscription, parts.isEmpty())));
        yield new Answer.Parts(parts);
      }
      case props -> new Answer.Parts(chunks(seen).stream().map(SyncResponse::props).toList());
    };
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
