package io.plimsoll.simulator.scenario;

import io.plimsoll.simulator.market.Instrument;
import io.plimsoll.simulator.market.Market;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** No story: each contract steps a tick up, down or not at all from wherever it stands. */
public final class Walk implements Story {
  private final Market market;
  private final Random random;

  public Walk(Market market, long seed) {
    this.market = market;
    this.random = new Random(seed);
  }

  @Override
  public Map<Instrument, BigDecimal> at(Duration sinceStart) {
    var prices = new LinkedHashMap<Instrument, BigDecimal>();
    for (var each : Instrument.ALL) {
      var step = each.tickSize().multiply(BigDecimal.valueOf(random.nextInt(3) - 1));
      prices.put(each, market.price(each).add(step));
    }
    return prices;
  }
}
