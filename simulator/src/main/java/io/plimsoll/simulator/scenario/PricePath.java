package io.plimsoll.simulator.scenario;

import io.plimsoll.simulator.market.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * A price that goes in straight lines from point to point, with a little noise, and stays about the
 * last one for good.
 */
final class PricePath {
  /** So many points above or below the opening price, at so many milliseconds from the start. */
  record Point(long millis, BigDecimal offset) {
    static Point at(double seconds, String offset) {
      return new Point(Math.round(seconds * 1000), new BigDecimal(offset));
    }
  }

  private final Instrument traded;
  private final int noiseTicks;
  private final List<Point> points;
  private final Random random;

  PricePath(Instrument traded, int noiseTicks, Random random, Point... points) {
    this.traded = traded;
    this.noiseTicks = noiseTicks;
    this.points = List.of(points);
    this.random = random;
  }

  BigDecimal price(Duration sinceStart) {
    var noise =
        traded
            .tickSize()
            .multiply(BigDecimal.valueOf(random.nextInt(2 * noiseTicks + 1) - noiseTicks));
    return traded.onTick(traded.openingPrice().add(offset(sinceStart.toMillis())).add(noise));
  }

  private BigDecimal offset(long millis) {
    var from = new Point(0, BigDecimal.ZERO);
    for (var to : points) {
      if (millis < to.millis()) {
        var part =
            BigDecimal.valueOf(millis - from.millis())
                .divide(BigDecimal.valueOf(to.millis() - from.millis()), 6, RoundingMode.HALF_UP);
        return from.offset().add(to.offset().subtract(from.offset()).multiply(part));
      }
      from = to;
    }
    return from.offset();
  }
}
