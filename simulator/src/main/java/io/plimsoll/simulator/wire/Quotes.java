package io.plimsoll.simulator.wire;

import io.plimsoll.simulator.ledger.Json;
import io.plimsoll.simulator.market.Instrument;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/**
 * Quotes as the market-data socket sends them. Now and then one side or a size is missing, as the
 * vendor allows; the trade price is always there.
 */
final class Quotes {
  private final Random random;

  Quotes(long seed) {
    this.random = new Random(seed);
  }

  ObjectNode whole(Instrument traded, BigDecimal price, Instant now) {
    var quote =
        Json.object().put("timestamp", Json.time(now)).put("contractId", traded.contractId());
    var entries = quote.putObject("entries");
    entries.putObject("Trade").put("price", price).put("size", 1 + random.nextInt(9));
    entries
        .putObject("Bid")
        .put("price", price.subtract(traded.tickSize()))
        .put("size", 1 + random.nextInt(40));
    entries
        .putObject("Offer")
        .put("price", price.add(traded.tickSize()))
        .put("size", 1 + random.nextInt(40));
    return quote;
  }

  ObjectNode next(Instrument traded, BigDecimal price, Instant now) {
    var quote = whole(traded, price, now);
    var entries = (ObjectNode) quote.path("entries");
    switch (random.nextInt(16)) {
      case 0 -> entries.remove("Bid");
      case 1 -> entries.remove("Offer");
      case 2 -> ((ObjectNode) entries.path("Trade")).remove("size");
      default -> {}
    }
    return quote;
  }
}
