package io.plimsoll.engine.risk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an account at one moment, as the feed gives them. Null is unknown.
 *
 * @param equity balance plus open P&amp;L
 * @param usedMargin the broker's total used margin
 * @param liqOnlyLevel the broker's level for closing only
 * @param maxNetLiq the broker's intraday equity maximum; a rise counts once it has stood a moment
 * @param startOfDay cash at the start of the trade date
 * @param tradeDate of the newest cash balance
 */
public record Reading(
    @Nullable Money balance,
    @Nullable Money openPnl,
    @Nullable Money equity,
    @Nullable Money usedMargin,
    @Nullable Money liqOnlyLevel,
    @Nullable Money maxNetLiq,
    @Nullable Money startOfDay,
    @Nullable LocalDate tradeDate) {

  public static final Reading UNKNOWN = new Reading(null, null, null, null, null, null, null, null);

  /** The same while cash and positions do not yet tell of the same trades. */
  public Reading unsettled() {
    return new Reading(
        balance, null, null, usedMargin, liqOnlyLevel, maxNetLiq, startOfDay, tradeDate);
  }

  /** The same with this open profit and loss, where the balance is known. */
  public Reading withOpenPnl(Money open) {
    return balance == null
        ? this
        : new Reading(
            balance,
            open,
            balance.plus(open),
            usedMargin,
            liqOnlyLevel,
            maxNetLiq,
            startOfDay,
            tradeDate);
  }

  /** The same with the maximum as far as it counts. */
  public Reading withMaximum(@Nullable Money maximum) {
    return new Reading(
        balance, openPnl, equity, usedMargin, liqOnlyLevel, maximum, startOfDay, tradeDate);
  }

  /** Each number that is unknown now as it was last known. */
  public Reading orElse(Reading earlier) {
    return new Reading(
        balance == null ? earlier.balance : balance,
        openPnl == null ? earlier.openPnl : openPnl,
        equity == null ? earlier.equity : equity,
        usedMargin == null ? earlier.usedMargin : usedMargin,
        liqOnlyLevel == null ? earlier.liqOnlyLevel : liqOnlyLevel,
        maxNetLiq == null ? earlier.maxNetLiq : maxNetLiq,
        startOfDay == null ? earlier.startOfDay : startOfDay,
        tradeDate == null ? earlier.tradeDate : tradeDate);
  }
}
