package io.plimsoll.simulator.rest;

import io.plimsoll.simulator.ledger.Change;
import io.plimsoll.simulator.ledger.Entity;
import io.plimsoll.simulator.ledger.EntityType;
import io.plimsoll.simulator.ledger.Floor;
import io.plimsoll.simulator.ledger.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Limits a user sets, and the settings of automatic liquidation: an entity goes in whole, and comes
 * back whole.
 */
public final class LimitEndpoints {
  private static final List<String> TOTALS =
      List.of(
          "Contract",
          "ContractGroup",
          "DiscountGroup",
          "Exchange",
          "FungibleProduct",
          "Overall",
          "Product",
          "ProductType");
  private static final int LONGEST_DESCRIPTION = 64;

  private final Floor floor;

  public LimitEndpoints(Floor floor) {
    this.floor = floor;
  }

  Answer createLimit(Call call) {
    return limitComplaint(call).orElseGet(() -> created(EntityType.POSITION_LIMIT, call));
  }

  Answer updateLimit(Call call) {
    return limitComplaint(call).orElseGet(() -> updated(EntityType.POSITION_LIMIT, call));
  }

  Answer createParameter(Call call) {
    return parameterComplaint(call).orElseGet(() -> created(EntityType.RISK_PARAMETER, call));
  }

  Answer updateParameter(Call call) {
    return parameterComplaint(call).orElseGet(() -> updated(EntityType.RISK_PARAMETER, call));
  }

  /** Its parameters go with it. */
  Answer deleteLimit(Call call) {
    var id = call.whole("userAccountPositionLimitId");
    floor.books().all(EntityType.RISK_PARAMETER).stream()
        .filter(each -> each.whole("userAccountPositionLimitId") == id)
        .toList()
        .forEach(each -> floor.write(Change.Kind.Deleted, each));
    return deleted(EntityType.POSITION_LIMIT, id);
  }

  Answer deleteParameter(Call call) {
    return deleted(EntityType.RISK_PARAMETER, call.whole("userAccountRiskParameterId"));
  }

  private Answer created(EntityType type, Call call) {
    var entity = Entity.of(type, floor.ids().next(), fields -> fields.setAll(withoutId(call)));
    floor.write(Change.Kind.Created, entity);
    return new Answer.Ok(entity.fields());
  }

  private Answer updated(EntityType type, Call call) {
    return floor
        .books()
        .find(type, call.whole("id"))
        .<Answer>map(known -> {
          var entity = Entity.of(type, known.id(), fields -> fields.setAll(withoutId(call)));
          floor.write(Change.Kind.Updated, entity);
          return new Answer.Ok(entity.fields());
        })
        .orElseGet(() ->
            new Answer.Failed(
                404, "There is no %s with id %d.".formatted(type.name(), call.whole("id"))));
  }

  private Answer deleted(EntityType type, long id) {
    var known = floor.books().find(type, id);
    known.ifPresent(each -> floor.write(Change.Kind.Deleted, each));
    var answer = Json.object().put("success", known.isPresent());
    return new Answer.Ok(
        known.isPresent()
            ? answer
            : answer.put("errorText", "There is no %s with id %d.".formatted(type.name(), id)));
  }

  private Optional<Answer> limitComplaint(Call call) {
    if (floor.books().find(EntityType.ACCOUNT, call.whole("accountId")).isEmpty()) {
      return violation("accountId", "Account %d is not known".formatted(call.whole("accountId")));
    }
    if (call.text("totalBy").filter(TOTALS::contains).isEmpty()) {
      return violation("totalBy", "totalBy should be one of " + String.join(", ", TOTALS));
    }
    if (!call.body().path("active").isBoolean()) {
      return violation("active", "active should be specified");
    }
    return call.text("description").filter(text -> text.length() > LONGEST_DESCRIPTION).isPresent()
        ? violation("description", "description should not be longer than 64 characters")
        : Optional.empty();
  }

  private Optional<Answer> parameterComplaint(Call call) {
    var limit = call.whole("userAccountPositionLimitId");
    return floor.books().find(EntityType.POSITION_LIMIT, limit).isEmpty()
        ? violation("userAccountPositionLimitId", "Position limit %d is not known".formatted(limit))
        : Optional.empty();
  }

  private static ObjectNode withoutId(Call call) {
    var fields = (ObjectNode) call.body().deepCopy();
    fields.remove(List.of("id", "p-ticket"));
    return fields;
  }

  /** Status 200, as parameters that are not valid are answered. */
  private static Optional<Answer> violation(String constraint, String description) {
    var answer = Json.object();
    answer
        .putArray("violations")
        .addObject()
        .put("constraint", constraint)
        .put("value", "")
        .put("description", description);
    return Optional.of(new Answer.Ok(answer));
  }
}
