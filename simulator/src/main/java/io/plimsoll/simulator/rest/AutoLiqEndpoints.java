package io.plimsoll.simulator.rest;

import io.plimsoll.simulator.ledger.Change;
import io.plimsoll.simulator.ledger.Entity;
import io.plimsoll.simulator.ledger.EntityType;
import io.plimsoll.simulator.ledger.Floor;
import io.plimsoll.simulator.ledger.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code userAccountAutoLiq/…}: the settings have the id of their account. {@code update} replaces
 * them whole; {@code updateuserautoliq} changes the fields it names, and null takes one away.
 */
public final class AutoLiqEndpoints {
  private final Floor floor;

  public AutoLiqEndpoints(Floor floor) {
    this.floor = floor;
  }

  Answer create(Call call) {
    if (isSet(call.whole("id"))) {
      return Answer.errorText("Account %d has settings already".formatted(call.whole("id")));
    }
    return write(call.whole("id"), call, Change.Kind.Created);
  }

  Answer update(Call call) {
    return isSet(call.whole("id"))
        ? write(call.whole("id"), call, Change.Kind.Updated)
        : new Answer.Failed(
            404, "There is no userAccountAutoLiq with id %d.".formatted(call.whole("id")));
  }

  Answer updateUserAutoLiq(Call call) {
    var account = call.whole("accountId");
    if (floor.books().find(EntityType.ACCOUNT, account).isEmpty()) {
      return Answer.errorText("Account %d is not known".formatted(account));
    }
    var known =
        floor
            .books()
            .find(EntityType.USER_ACCOUNT_AUTO_LIQ, account)
            .orElseGet(() -> Entity.of(EntityType.USER_ACCOUNT_AUTO_LIQ, account, fields -> {}));
    var next =
        known.with(fields -> {
          for (var change : call.body().properties()) {
            if (change.getValue().isNull()) {
              fields.remove(change.getKey());
            } else {
              fields.set(change.getKey(), change.getValue());
            }
          }
          fields.remove(List.of("accountId", "asOwner", "p-ticket"));
        });
    floor.write(isSet(account) ? Change.Kind.Updated : Change.Kind.Created, next);
    return new Answer.Ok(Json.object().set("userAccountAutoLiq", next.fields()));
  }

  private boolean isSet(long account) {
    return floor.books().find(EntityType.USER_ACCOUNT_AUTO_LIQ, account).isPresent();
  }

  private Answer write(long account, Call call, Change.Kind kind) {
    if (floor.books().find(EntityType.ACCOUNT, account).isEmpty()) {
      return new Answer.Failed(404, "Account %d is not known.".formatted(account));
    }
    var fields = (ObjectNode) call.body().deepCopy();
    fields.remove("p-ticket");
    var entity = new Entity(EntityType.USER_ACCOUNT_AUTO_LIQ, account, fields);
    floor.write(kind, entity);
    return new Answer.Ok(fields);
  }
}
