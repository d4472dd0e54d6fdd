package io.plimsoll.simulator.ledger;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * One entity, whole, in the vendor's field names. It is never changed: a change makes another, so
 * what was sent stays what it was.
 */
public record Entity(EntityType type, long id, ObjectNode fields) {
  public static Entity of(EntityType type, long id, Consumer<ObjectNode> filling) {
    var fields = Json.object().put("id", id);
    filling.accept(fields);
    return new Entity(type, id, fields);
  }

  public Entity with(Consumer<ObjectNode> change) {
    var copy = fields.deepCopy();
    change.accept(copy);
    return new Entity(type, id, copy);
  }

  public Optional<String> text(String field) {
    return Json.text(fields, field);
  }

  public long whole(String field) {
    return Json.whole(fields, field);
  }

  public int count(String field) {
    return Math.toIntExact(whole(field));
  }

  /** Zero when absent: for the broker's own sums only, where absent does mean nothing yet. */
  public BigDecimal amount(String field) {
    return decimal(field).orElse(BigDecimal.ZERO);
  }

  public Optional<BigDecimal> decimal(String field) {
    return Json.decimal(fields, field);
  }
}
