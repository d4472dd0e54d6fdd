package io.plimsoll.simulator.rest;

import io.plimsoll.simulator.ledger.Change;
import io.plimsoll.simulator.ledger.EntityType;
import io.plimsoll.simulator.ledger.Floor;
import io.plimsoll.simulator.ledger.Json;
import io.plimsoll.simulator.ledger.Outcome;
import io.plimsoll.simulator.ledger.Side;
import io.plimsoll.simulator.ledger.Ticket;
import tools.jackson.databind.JsonNode;

/** {@code order/…}: what the matching engine refuses is status 200 with a failureReason. */
public final class OrderEndpoints {
  private final Floor floor;

  public OrderEndpoints(Floor floor) {
    this.floor = floor;
  }

  Answer place(Call call) {
    var action = call.text("action").filter(word -> word.equals("Buy") || word.equals("Sell"));
    if (action.isEmpty()) {
      return new Answer.Failed(400, "action must be Buy or Sell");
    }
    var ticket =
        new Ticket(
            account(call),
            call.text("symbol").orElse(""),
            Side.valueOf(action.get()),
            (int) call.whole("orderQty"),
            call.text("orderType").orElse(""),
            call.decimal("price").or(() -> call.decimal("stopPrice")).orElse(null),
            call.text("customTag50").orElse(null),
            false);
    return outcome(floor.orders().place(ticket), "orderId");
  }

  Answer cancel(Call call) {
    return outcome(floor.orders().cancel(call.whole("orderId")), "commandId");
  }

  Answer liquidatePosition(Call call) {
    if (!call.body().has("accountId")
        || !call.body().has("contractId")
        || !call.body().has("admin")) {
      return new Answer.Failed(400, "accountId, contractId and admin are required");
    }
    return outcome(
        floor
            .orders()
            .liquidate(call.whole("accountId"), call.whole("contractId"), call.flag("admin")),
        "orderId");
  }

  /**
   * By position ids. One that cannot be closed makes the answer an error; the others are closed
   * nevertheless.
   */
  Answer liquidatePositions(Call call) {
    var failures =
        call.body()
            .path("positions")
            .valueStream()
            .map(JsonNode::asLong)
            .map(id -> liquidateRow(id, call.flag("admin")))
            .filter(text -> !text.isEmpty())
            .toList();
    var answer = Json.object().put("ok", failures.isEmpty());
    return new Answer.Ok(
        failures.isEmpty() ? answer : answer.put("errorText", String.join(" ", failures)));
  }

  Answer interruptStrategy(Call call) {
    var strategy = floor.books().find(EntityType.ORDER_STRATEGY, call.whole("orderStrategyId"));
    if (strategy.isEmpty()) {
      return Answer.errorText(
          "Order strategy %d is not known.".formatted(call.whole("orderStrategyId")));
    }
    var stopped = strategy.get().with(fields -> fields.put("status", "ExecutionInterrupted"));
    floor.write(Change.Kind.Updated, stopped);
    return new Answer.Ok(Json.object().set("orderStrategy", stopped.fields()));
  }

  private String liquidateRow(long positionId, boolean admin) {
    return floor
        .books()
        .find(EntityType.POSITION, positionId)
        .map(row ->
            switch (floor
                .orders()
                .liquidate(row.whole("accountId"), row.whole("contractId"), admin)) {
              case Outcome.Accepted(var id) -> "";
              case Outcome.Refused(var reason, var text) -> text;
            })
        .orElse("Position %d is not known.".formatted(positionId));
  }

  /** By accountId, else by accountSpec, which is the account's name. */
  private long account(Call call) {
    var spec = call.text("accountSpec");
    return call.body().has("accountId") || spec.isEmpty()
        ? call.whole("accountId")
        : floor.books().all(EntityType.ACCOUNT).stream()
            .filter(account -> account.text("name").equals(spec))
            .findFirst()
            .map(account -> account.id())
            .orElse(0L);
  }

  private static Answer outcome(Outcome outcome, String idField) {
    return new Answer.Ok(
        switch (outcome) {
          case Outcome.Accepted(var id) -> Json.object().put(idField, id);
          case Outcome.Refused(var reason, var text) ->
              Json.object().put("failureReason", reason).put("failureText", text);
        });
  }
}
