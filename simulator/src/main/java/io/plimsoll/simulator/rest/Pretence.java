package io.plimsoll.simulator.rest;

import io.plimsoll.simulator.ledger.EntityType;
import io.plimsoll.simulator.ledger.Floor;
import io.plimsoll.simulator.ledger.Json;

/** Answers that look like success, for calls that are not executed. */
final class Pretence {
  private Pretence() {}

  static Answer of(Call call, Floor floor) {
    var body = Json.object();
    switch (call.path()) {
      case "order/placeorder", "order/liquidateposition" -> body.put("orderId", floor.ids().next());
      case "order/cancelorder" -> body.put("commandId", floor.ids().next());
      case "order/liquidatepositions" -> body.put("ok", true);
      case "accountriskstatus/setadminautoliqaction" ->
          floor
              .books()
              .find(EntityType.ACCOUNT_RISK_STATUS, call.whole("accountId"))
              .map(status ->
                  status.with(fields ->
                      fields
                          .put("adminAction", call.text("adminAction").orElse("Normal"))
                          .put("adminTimestamp", Json.time(floor.clock().instant()))))
              .ifPresent(status -> body.set("accountRiskStatus", status.fields()));
      default -> {}
    }
    return new Answer.Ok(body);
  }
}
