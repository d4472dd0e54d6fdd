package io.plimsoll.app.cases;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the account of a case has of one contract.
 *
 * @param net signed contracts; 0 is flat
 * @param open average price it was opened at
 * @param price of now; stands when it is not told any more
 * @param priced whether the broker tells the price
 */
record Holding(
    long contractId,
    String contract,
    String product,
    BigDecimal valuePerPoint,
    int net,
    BigDecimal open,
    BigDecimal price,
    boolean priced) {

  boolean isFlat() {
    return net == 0;
  }

  /** Signed dollars; nothing when flat. */
  BigDecimal profit() {
    return profitOf(net);
  }

  private BigDecimal profitOf(int contracts) {
    return price.subtract(open).multiply(valuePerPoint).multiply(BigDecimal.valueOf(contracts));
  }

  /** What is realized when the position becomes this, at the price of now. */
  BigDecimal realizedBy(int next) {
    if (Integer.signum(net) * Integer.signum(next) <= 0) {
      return profit();
    }
    return Math.abs(next) < Math.abs(net) ? profitOf(net - next) : BigDecimal.ZERO;
  }

  /** The position becomes this, at the price of now. */
  Holding to(int next) {
    if (Integer.signum(net) * Integer.signum(next) <= 0) {
      return with(next, price);
    }
    if (Math.abs(next) <= Math.abs(net)) {
      return with(next, open);
    }
    var paid = open.multiply(BigDecimal.valueOf(net));
    var added = price.multiply(BigDecimal.valueOf(next - net));
    var average = paid.add(added).divide(BigDecimal.valueOf(next), 6, RoundingMode.HALF_EVEN);
    return with(next, average);
  }

  private Holding with(int contracts, BigDecimal openedAt) {
    return new Holding(
        contractId, contract, product, valuePerPoint, contracts, openedAt, price, priced);
  }

  Holding at(BigDecimal next) {
    return new Holding(contractId, contract, product, valuePerPoint, net, open, next, true);
  }

  Holding openedAt(BigDecimal next) {
    return with(net, next);
  }

  Holding unpriced() {
    return new Holding(contractId, contract, product, valuePerPoint, net, open, price, false);
  }

  /**
   * The points of price that make this many dollars, to the sixth decimal, as prices are read. What
   * does not come out even is rounded up, loss and profit alike: a limit that is meant to be
   * reached exactly is reached.
   */
  BigDecimal pointsFor(BigDecimal dollars) {
    return dollars.divide(valuePerPoint.multiply(BigDecimal.valueOf(net)), 6, RoundingMode.UP);
  }

  /** Whether there are such points that make exactly this many dollars. */
  boolean isExactly(BigDecimal dollars) {
    var one = valuePerPoint.multiply(BigDecimal.valueOf(net));
    return pointsFor(dollars).multiply(one).compareTo(dollars) == 0;
  }
}
