package io.plimsoll.simulator.rest;

import io.plimsoll.simulator.ledger.Entity;
import io.plimsoll.simulator.ledger.Floor;
import io.plimsoll.simulator.ledger.Json;
import java.util.Optional;

/** {@code adminAlertSignal/…}: what administrators do with a signal. */
public final class AlertEndpoints {
  private final Floor floor;

  public AlertEndpoints(Floor floor) {
    this.floor = floor;
  }

  Answer complete(Call call) {
    return answer(call, floor.alerts().complete(signal(call)));
  }

  Answer takeOwnership(Call call) {
    return answer(call, floor.alerts().take(signal(call)));
  }

  private static long signal(Call call) {
    return call.whole("adminAlertSignalId");
  }

  private static Answer answer(Call call, Optional<Entity> signal) {
    return signal
        .<Answer>map(known -> new Answer.Ok(Json.object().set("adminAlertSignal", known.fields())))
        .orElseGet(
            () -> Answer.errorText("Admin Alert Signal %d is not known".formatted(signal(call))));
  }
}
