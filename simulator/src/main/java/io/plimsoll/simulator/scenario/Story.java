package io.plimsoll.simulator.scenario;

import io.plimsoll.simulator.market.Instrument;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** How prices go by themselves. The same seed tells the same story, tick by tick. */
@FunctionalInterface
public interface Story {
  /** The prices at this time since the start; called once for each tick, in order. */
  Map<Instrument, BigDecimal> at(Duration sinceStart);
}
