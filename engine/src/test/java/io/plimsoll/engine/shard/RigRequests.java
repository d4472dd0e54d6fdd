package io.plimsoll.engine.shard;

import io.plimsoll.simulator.control.Control;
import io.plimsoll.simulator.rest.RequestLog;
import java.util.List;

/** What the broker of the rig was asked. */
final class RigRequests {
  private final Control control;

  RigRequests(Control control) {
    this.control = control;
  }

  List<Integer> remainders() {
    return control.requests("user/syncrequest").stream()
        .map(RequestLog.Entry::body)
        .filter(body -> body.has("shardingExpression"))
        .map(body -> body.path("shardingExpression").path("remainder").asInt())
        .toList();
  }

  List<String> adminActions(long account) {
    return control.requests(Rig.SET_ADMIN).stream()
        .map(RequestLog.Entry::body)
        .filter(body -> body.path("accountId").asLong(0) == account)
        .map(body -> body.path("adminAction").asString("?"))
        .toList();
  }

  List<String> adminActions() {
    return control.requests(Rig.SET_ADMIN).stream()
        .map(RequestLog.Entry::body)
        .map(body -> body.path("adminAction").asString("?"))
        .toList();
  }
}
