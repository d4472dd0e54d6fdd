package io.plimsoll.simulator.scenario;

import io.plimsoll.simulator.market.Instrument;
import java.math.BigDecimal;
import java.util.Optional;

/** All that happens by itself: prices along a story, and the load where there is one. */
public final class Stage {
  private final Ticker ticker;
  private final Optional<Load> load;

  public Stage(Ticker ticker, Optional<Load> load) {
    this.ticker = ticker;
    this.load = load;
  }

  /** When the first client is synchronized. */
  public void start() {
    ticker.start();
    load.ifPresent(Load::start);
  }

  /** For good: nothing happens by itself any more. */
  public void stop() {
    load.ifPresent(Load::close);
    ticker.stop();
  }

  public void tick() {
    ticker.tick();
  }

  public void setByHand(Instrument traded, BigDecimal price) {
    ticker.setByHand(traded, price);
  }
}
