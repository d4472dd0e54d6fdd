package io.plimsoll.simulator.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A future that is traded here: contract, maturity and product in one. Margins are dollars a
 * contract.
 */
public record Instrument(
    long contractId,
    String symbol,
    long maturityId,
    long productId,
    String product,
    BigDecimal valuePerPoint,
    BigDecimal tickSize,
    BigDecimal openingPrice,
    BigDecimal dayMargin,
    BigDecimal fullMargin) {

  public static final Instrument ES = future(1, "ES", "50", "6000", "500", "13000");
  public static final Instrument NQ = future(2, "NQ", "20", "21500", "1000", "18000");
  public static final Instrument MES = future(3, "MES", "5", "6000", "50", "1300");
  public static final Instrument MNQ = future(4, "MNQ", "2", "21500", "100", "1800");
  public static final List<Instrument> ALL = List.of(ES, NQ, MES, MNQ);

  private static Instrument future(
      int n, String product, String point, String price, String day, String full) {
    return new Instrument(
        3_445_600L + n,
        product + "Z6",
        45_760L + n,
        798L + n,
        product,
        new BigDecimal(point),
        new BigDecimal("0.25"),
        new BigDecimal(price),
        new BigDecimal(day),
        new BigDecimal(full));
  }

  /** The nearest price the contract can trade at. */
  public BigDecimal onTick(BigDecimal price) {
    return price.divide(tickSize, 0, RoundingMode.HALF_UP).multiply(tickSize);
  }
}
