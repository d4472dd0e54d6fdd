package io.plimsoll.simulator.wire;

import io.plimsoll.simulator.ledger.Json;
import io.plimsoll.simulator.market.Instrument;
import io.plimsoll.simulator.market.Market;
import io.plimsoll.simulator.rest.Answer;
import io.plimsoll.simulator.rest.Call;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which contracts one socket wants quotes of. In turn on the floor. */
final class QuoteList {
  private final Market market;
  private final Set<Long> wanted = new HashSet<>();

  /** Owed the first quote as soon as the subscription is answered. */
  private final Queue<Instrument> owed = new ArrayDeque<>();

  QuoteList(Market market) {
    this.market = market;
  }

  boolean has(Instrument traded) {
    return wanted.contains(traded.contractId());
  }

  Answer subscribe(Call call) {
    var traded = named(call);
    if (traded.isEmpty()) {
      return new Answer.Failed(404, "Symbol (%s) is not traded here".formatted(symbol(call)));
    }
    wanted.add(traded.get().contractId());
    owed.add(traded.get());
    return new Answer.Ok(Json.object());
  }

  Answer unsubscribe(Call call) {
    named(call).ifPresent(traded -> wanted.remove(traded.contractId()));
    return new Answer.Ok(Json.object());
  }

  /** Once each. */
  List<Instrument> takeOwed() {
    var now = List.copyOf(owed);
    owed.clear();
    return now;
  }

  private Optional<Instrument> named(Call call) {
    return market.named(symbol(call));
  }

  private static String symbol(Call call) {
    JsonNode symbol = call.body().path("symbol");
    return symbol.isNumber() ? Long.toString(symbol.asLong()) : symbol.asString("");
  }
}
