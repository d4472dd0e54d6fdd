package io.plimsoll.engine.tradovate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one market-data entry said of a contract. A price that was not sent is unchanged.
 *
 * @param emptied whether the order book was said to be empty: a bid or offer from before is gone,
 *     and one that is not here is unknown
 */
public record Quote(
    long contractId,
    @Nullable BigDecimal trade,
    @Nullable BigDecimal bid,
    @Nullable BigDecimal offer,
    boolean emptied) {

  /** Nothing was said of an empty book. */
  public Quote(
      long contractId,
      @Nullable BigDecimal trade,
      @Nullable BigDecimal bid,
      @Nullable BigDecimal offer) {
    this(contractId, trade, bid, offer, false);
  }

  /** What is known of the contract, with what was known before. */
  public Quote after(Quote before) {
    return new Quote(
        contractId,
        trade == null ? before.trade : trade,
        bid == null && !emptied ? before.bid : bid,
        offer == null && !emptied ? before.offer : offer,
        emptied || before.emptied);
  }
}
