package io.plimsoll.simulator.scenario;

import io.plimsoll.simulator.ledger.Floor;
import io.plimsoll.simulator.ledger.Json;
import io.plimsoll.simulator.ledger.Opening;
import io.plimsoll.simulator.market.Instrument;
import io.plimsoll.simulator.scenario.PricePath.Point;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/**
 * Five accounts, of which four come to a limit one after the other, and a background that does not.
 *
 * <p>1001 holds 2 ES (100 dollars a point): up 750, then 2,000 below that peak at second 10, 2,400
 * at the end. 1002 is short 2 NQ (40 a point): 2,000 lost at second 18, 2,400 at the end. 1003
 * holds 3 MES (15 a point): below 24,000 at second 26, about 23,950 at the end. 1005 is short 12
 * MES (60 a point): up 3,000 at second 22, 4,200 at the end.
 */
public final class Demo implements Story {
  private final List<Map.Entry<Instrument, PricePath>> paths;

  public Demo(long seed) {
    var random = new Random(seed);
    this.paths =
        List.of(
            path(Instrument.ES, 1, random, Point.at(4, "7.5"), Point.at(11.5, "-16.5")),
            path(Instrument.NQ, 4, random, Point.at(3, "-6"), Point.at(6, "0"), Point.at(20, "60")),
            path(
                Instrument.MES,
                2,
                random,
                Point.at(6, "4"),
                Point.at(12, "-4"),
                Point.at(27, "-70")),
            path(Instrument.MNQ, 8, random));
  }

  public static void open(Floor floor, int backgroundAccounts, long seed) {
    floor.open(
        Opening.account(1001, "EVAL50K-1001", "50000").evaluation("50000").holding("ESZ6", 2));
    floor.open(Opening.account(1002, "FUND100K-1002", "100000").holding("NQZ6", -2));
    floor.open(
        Opening.account(1003, "LIVE25K-1003", "25000")
            .levels("24000", "22000")
            .holding("MESZ6", 3));
    floor.open(
        Opening.account(1004, "LIVE10K-1004", "10000").autoLiq(limits()).holding("MNQZ6", 1));
    floor.open(
        Opening.account(1005, "STATIC50K-1005", "50000").evaluation("50000").holding("MESZ6", -12));
    var random = new Random(seed);
    for (var n = 1; n <= backgroundAccounts; n++) {
      var qty = (1 + random.nextInt(3)) * (random.nextBoolean() ? 1 : -1);
      var id = 2000L + n;
      floor.open(
          Opening.account(id, "STATIC50K-" + id, "50000")
              .evaluation("50000")
              .holding("MNQZ6", qty));
    }
  }

  @Override
  public Map<Instrument, BigDecimal> at(Duration sinceStart) {
    var prices = new LinkedHashMap<Instrument, BigDecimal>();
    paths.forEach(path -> prices.put(path.getKey(), path.getValue().price(sinceStart)));
    return prices;
  }

  private static ObjectNode limits() {
    return Json.object()
        .put("dailyLossAlert", 300)
        .put("dailyLossLiqOnly", 400)
        .put("dailyLossAutoLiq", 500)
        .put("weeklyLossAutoLiq", 1500)
        .put("marginPercentageAlert", 80)
        .put("doNotUnlock", false)
        .put("changesLocked", false);
  }

  private static Map.Entry<Instrument, PricePath> path(
      Instrument traded, int noise, Random random, Point... points) {
    return Map.entry(traded, new PricePath(traded, noise, random, points));
  }
}
