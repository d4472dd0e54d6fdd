package io.plimsoll.engine.tradovate;

import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One entity made to be so: looked for, then updated or created. A create that is in doubt is never
 * sent again here; what is there now decides.
 */
final class Upsert<E extends Record & Entity> {
  private final Calls calls;
  private final Class<E> type;
  private final String endpoint;
  private final ObjectNode wanted;
  private final long master;
  private final String what;

  /**
   * @param wanted without its id; null parts are left as they are
   * @param what says of several that they are it, such as {@code limits have the description (x)}
   */
  Upsert(Calls calls, Class<E> type, E wanted, long master, String what) {
    this.calls = calls;
    this.type = type;
    this.endpoint = EntityType.of(wanted).wireName();
    this.wanted = parts(wanted);
    this.master = master;
    this.what = what;
  }

  Put<E> put(Predicate<JsonNode> isIt) {
    var there = calls.get(endpoint + "/deps?masterid=" + master);
    if (!(there instanceof Answer.Ok(var body))) {
      return notLooked(there);
    }
    var those = those(body, isIt);
    return switch (those.size()) {
      case 0 -> create(isIt);
      case 1 -> update(those.getFirst(), isIt);
      default -> several(those);
    };
  }

  private Put<E> create(Predicate<JsonNode> isIt) {
    return settle(calls.post(endpoint + "/create", wanted), isIt);
  }

  /** Sends all that is there with it: an update sets the whole, and we may not know every field. */
  private Put<E> update(JsonNode present, Predicate<JsonNode> isIt) {
    var done = done(present);
    if (done != null) {
      return done;
    }
    var whole = (ObjectNode) present.deepCopy();
    whole.setAll(wanted);
    return settle(calls.post(endpoint + "/update", whole), isIt);
  }

  private Put<E> settle(Answer answer, Predicate<JsonNode> isIt) {
    var put = Put.<E>after(answer);
    if (answer instanceof Answer.Ok(var body)) {
      var done = done(body.path(endpoint).isObject() ? body.path(endpoint) : body);
      return done == null ? lookedAgain(put, isIt) : done;
    }
    return put instanceof Put.Unclear<E> ? lookedAgain(put, isIt) : put;
  }

  private Put<E> lookedAgain(Put<E> inDoubt, Predicate<JsonNode> isIt) {
    if (!(calls.get(endpoint + "/deps?masterid=" + master) instanceof Answer.Ok(var body))) {
      return inDoubt;
    }
    var those = those(body, isIt);
    if (those.size() > 1) {
      return several(those);
    }
    var done = those.isEmpty() ? null : done(those.getFirst());
    return done == null ? inDoubt : done;
  }

  /** Null unless this is the entity, whole, and as wanted. */
  private Put.@Nullable Done<E> done(JsonNode sent) {
    return isAsWanted(sent)
            && FrameReader.change(endpoint, false, sent, new ArrayList<>())
                instanceof EntityChange.Upsert(var entity)
        ? new Put.Done<>(type.cast(entity))
        : null;
  }

  private boolean isAsWanted(JsonNode sent) {
    return wanted.properties().stream()
        .allMatch(part -> isSame(part.getValue(), sent.path(part.getKey())));
  }

  private static boolean isSame(JsonNode one, JsonNode other) {
    return (one.isNumber() && other.isNumber())
        ? one.decimalValue().compareTo(other.decimalValue()) == 0
        : one.equals(other);
  }

  /** Nothing was sent that could have changed anything. */
  private static <E> Put<E> notLooked(Answer answer) {
    return Put.<E>after(answer) instanceof Put.Unclear<E>(var reason)
        ? new Put.Later<>(reason, Reads.after(answer))
        : Put.after(answer);
  }

  private Put<E> several(List<JsonNode> those) {
    var ids = those.stream().map(each -> each.path("id").toString()).toList();
    return new Put.Refused<>(
        "%d %s: %s. Delete all but one at the broker.".formatted(those.size(), what, ids));
  }

  private static List<JsonNode> those(JsonNode body, Predicate<JsonNode> isIt) {
    return body.valueStream().filter(JsonNode::isObject).filter(isIt).toList();
  }

  private static ObjectNode parts(Record wanted) {
    ObjectNode parts = Json.MAPPER.valueToTree(wanted);
    parts.remove("id");
    for (var component : wanted.getClass().getRecordComponents()) {
      var name = component.getName();
      var value = parts.path(name);
      if (value.isNull()) {
        parts.remove(name);
      } else if (component.getType().isEnum() && value.asString("").equals("UNKNOWN")) {
        throw new IllegalArgumentException(
            "The (%s) of %s is a word we do not know, and cannot be sent. Name another, or null."
                .formatted(name, wanted));
      }
    }
    return parts;
  }
}
