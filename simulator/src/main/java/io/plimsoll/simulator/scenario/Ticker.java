package io.plimsoll.simulator.scenario;

import io.plimsoll.simulator.ledger.Floor;
import io.plimsoll.simulator.market.Instrument;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Moves the market along a story, one tick at a time. A contract whose price was set by hand is
 * left alone from then on. All in turn on the floor.
 */
public final class Ticker {
  private final Floor floor;
  private final Story story;
  private final Duration interval;
  private final Set<Instrument> byHand = new HashSet<>();
  private boolean started;
  private boolean stopped;
  private long ticks;

  public Ticker(Floor floor, Story story, Duration interval, boolean started) {
    this.floor = floor;
    this.story = story;
    this.interval = interval;
    this.started = started;
  }

  /** From here on ticks count. */
  public void start() {
    floor.act(() -> started = true);
  }

  /** For good. */
  void stop() {
    floor.act(() -> stopped = true);
  }

  public void tick() {
    floor.act(() -> {
      if (started && !stopped) {
        var prices = new LinkedHashMap<>(story.at(interval.multipliedBy(++ticks)));
        prices.keySet().removeAll(byHand);
        floor.move(prices);
      }
    });
  }

  public void setByHand(Instrument traded, BigDecimal price) {
    floor.act(() -> {
      byHand.add(traded);
      floor.move(Map.of(traded, price));
    });
  }
}
