package io.plimsoll.engine.risk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an account at one moment, as the feed gives them. Null is unknown.
 *
 * @param equity balance plus open P&amp;L
 * @param usedMargin the broker's total used margin
 * @param liqOnlyLevel the broker's level for closing only
 * @param autoLiqLevel the broker's level for its own liquidation
 * @param maxNetLiq the broker's intraday equity maximum; a rise counts once it has stood a moment
 * @param startOfDay cash at the start of the trade date
 * @param weekRealized the broker's realized P&amp;L of the week
 * @param tradeDate of the newest cash balance
 * @param holdings open positions; null before anything is known of the account, and while something
 *     of them could not be read
 * @param imposed the limits set at the broker; null where none were sent
 * @param jumped whether a price has just moved by more than the plan believes at once
 */
public record Reading(
    @Nullable Money balance,
    @Nullable Money openPnl,
    @Nullable Money equity,
    @Nullable Money usedMargin,
    @Nullable Money liqOnlyLevel,
    @Nullable Money autoLiqLevel,
    @Nullable Money maxNetLiq,
    @Nullable Money startOfDay,
    @Nullable Money weekRealized,
    @Nullable LocalDate tradeDate,
    @Nullable List<Holding> holdings,
    @Nullable Imposed imposed,
    boolean jumped) {

  public static final Reading UNKNOWN =
      new Reading(null, null, null, null, null, null, null, null, null, null, null, null, false);

  public Reading {
    holdings = holdings == null ? null : List.copyOf(holdings);
  }

  /** Of the cash, its worth with what is open, and nothing else. */
  public static Reading of(@Nullable Money balance, @Nullable Money equity) {
    return new Reading(
        balance,
        balance == null || equity == null ? null : equity.minus(balance),
        equity,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false);
  }

  /** The same while cash and positions do not yet tell of the same trades. */
  public Reading unsettled() {
    return with(balance, null, null, maxNetLiq);
  }

  /** The same with this open profit and loss, where the balance is known. */
  public Reading withOpenPnl(Money open) {
    return balance == null ? this : with(balance, open, balance.plus(open), maxNetLiq);
  }

  /** The same with the maximum as far as it counts. */
  public Reading withMaximum(@Nullable Money maximum) {
    return with(balance, openPnl, equity, maximum);
  }

  /** The same as if this much cash had not come; negative for cash that has gone. */
  public Reading without(Money cash) {
    return cash.isZero()
        ? this
        : with(
            balance == null ? null : balance.minus(cash),
            openPnl,
            equity == null ? null : equity.minus(cash),
            maxNetLiq);
  }

  /** The same with these positions. */
  public Reading withHoldings(List<Holding> other) {
    return new Reading(
        balance,
        openPnl,
        equity,
        usedMargin,
        liqOnlyLevel,
        autoLiqLevel,
        maxNetLiq,
        startOfDay,
        weekRealized,
        tradeDate,
        other,
        imposed,
        jumped);
  }

  /** The same when a price has moved by more than is believed at once. */
  public Reading afterJump() {
    return new Reading(
        balance,
        openPnl,
        equity,
        usedMargin,
        liqOnlyLevel,
        autoLiqLevel,
        maxNetLiq,
        startOfDay,
        weekRealized,
        tradeDate,
        holdings,
        imposed,
        true);
  }

  private Reading with(
      @Nullable Money cash, @Nullable Money open, @Nullable Money worth, @Nullable Money maximum) {
    return new Reading(
        cash,
        open,
        worth,
        usedMargin,
        liqOnlyLevel,
        autoLiqLevel,
        maximum,
        startOfDay,
        weekRealized,
        tradeDate,
        holdings,
        imposed,
        jumped);
  }

  /** Each number that is unknown now as it was last known. */
  public Reading orElse(Reading earlier) {
    return new Reading(
        or(balance, earlier.balance),
        or(openPnl, earlier.openPnl),
        or(equity, earlier.equity),
        or(usedMargin, earlier.usedMargin),
        or(liqOnlyLevel, earlier.liqOnlyLevel),
        or(autoLiqLevel, earlier.autoLiqLevel),
        or(maxNetLiq, earlier.maxNetLiq),
        or(startOfDay, earlier.startOfDay),
        or(weekRealized, earlier.weekRealized),
        or(tradeDate, earlier.tradeDate),
        or(holdings, earlier.holdings),
        or(imposed, earlier.imposed),
        jumped);
  }

  private static <T> @Nullable T or(@Nullable T now, @Nullable T earlier) {
    return now == null ? earlier : now;
  }

  /** Whether something is open; null when that is not known. */
  @Nullable Boolean isOpen() {
    return holdings == null ? null : !holdings.isEmpty();
  }
}
