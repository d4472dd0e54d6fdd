package io.plimsoll.app.cases;

import io.plimsoll.config.cases.Raw;
import io.plimsoll.config.cases.WorkedCase;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * What the steps of a case say that the broker sends, word by word. What a step says of an entity
 * that the broker of a case keeps itself stands until another step says otherwise.
 */
final class Vendor {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final JsonNodeFactory NODES = JsonMapper.shared().getNodeFactory();

  /** Far above the ids of what the broker of a case makes. */
  private static final long FIRST_ID = 900_000;

  private final Map<EntityType, ObjectNode> standing = new EnumMap<>(EntityType.class);
  private long ids = FIRST_ID;

  /** From now on the entity of this type has these fields. */
  void stand(EntityType type, Raw.Parts fields) {
    var all = standing.computeIfAbsent(type, first -> NODES.objectNode());
    all.setAll(object(fields));
  }

  /** From now on the entity has such a field no more. */
  void drop(EntityType type, String... fields) {
    var all = standing.get(type);
    if (all != null) {
      all.remove(Arrays.asList(fields));
    }
  }

  /** Where the entity has such a field, it is this from now on. */
  void lower(EntityType type, String field, BigDecimal amount) {
    var all = standing.get(type);
    if (all != null && all.has(field)) {
      all.put(field, amount);
    }
  }

  void dropAll(EntityType type) {
    standing.remove(type);
  }

  /** The entity, with what stands of it. */
  ObjectNode over(EntityType type, ObjectNode entity) {
    var all = standing.get(type);
    if (all != null) {
      entity.setAll(all);
    }
    return entity;
  }

  /** A whole entity; id, account and time are filled in where the case leaves them out. */
  ObjectNode whole(EntityType type, Raw.Parts fields, Instant now) {
    var known =
        Arrays.stream(type.type().getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());
    var entity = NODES.objectNode();
    entity.put("id", isOnePerAccount(type) ? WorkedCase.ACCOUNT : ++ids);
    if (known.contains("accountId")) {
      entity.put("accountId", WorkedCase.ACCOUNT);
    }
    if (known.contains("timestamp")) {
      entity.put("timestamp", now.toString());
    }
    entity.setAll(object(fields));
    return entity;
  }

  private static boolean isOnePerAccount(EntityType type) {
    return type == EntityType.USER_ACCOUNT_AUTO_LIQ;
  }

  private static JsonNode plain(String json) {
    return switch (json) {
      case "true", "false" -> NODES.booleanNode(json.equals("true"));
      case "null" -> NODES.nullNode();
      case "NaN" -> NODES.rawValueNode(new RawValue(json));
      default -> NODES.numberNode(new BigDecimal(json));
    };
  }

  private static ObjectNode object(Raw.Parts parts) {
    var object = NODES.objectNode();
    parts.parts().forEach((name, value) -> object.set(name, node(value)));
    return object;
  }

  private static JsonNode node(Raw raw) {
    return switch (raw) {
      case Raw.Text(var text) when DATE.matcher(text).matches() -> Cash.date(LocalDate.parse(text));
      case Raw.Text(var text) -> NODES.stringNode(text);
      case Raw.Plain(var json) -> plain(json);
      case Raw.Items(var items) -> {
        var array = NODES.arrayNode();
        items.forEach(item -> array.add(node(item)));
        yield array;
      }
      case Raw.Parts parts -> object(parts);
    };
  }
}
