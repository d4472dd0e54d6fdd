package io.plimsoll.engine.fact;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an account, in dollars of its currency or percent from 0 to 100. A number is null
 * until it is first known; afterwards it keeps its last known value, and {@link
 * AccountRisk#quality()} says so.
 *
 * @param balance cash, open profit and loss not included
 * @param openPnl of the open positions, signed
 * @param equity balance plus open P&amp;L: net liquidation
 * @param peak the highest value of the trailing basis
 * @param floor the trailing floor
 * @param room equity less floor; negative below the floor
 * @param usedUp percent of the drawdown amount that is used up
 * @param dayAnchor baseline of the trading day
 * @param dayPnl equity less day anchor, signed
 * @param dayLoss loss of the day, 0 or more
 * @param dayLossPercent of the day anchor; null when the anchor is not positive
 * @param dayLossAlert the day's loss, in percent of the anchor, at which the alert rung is reached;
 *     null when the plan has no such rung or the anchor is unknown; the next two likewise
 * @param usedMargin the broker's total used margin
 * @param marginUsed used margin in percent of equity; null when equity is not positive
 * @param marginAlert the margin used, in percent of equity, at which the alert rung is reached;
 *     null when the plan has no such rung; the next two likewise
 * @param liqOnlyLevel the broker's level for closing only
 */
public record AccountFigures(
    long accountId,
    @Nullable BigDecimal balance,
    @Nullable BigDecimal openPnl,
    @Nullable BigDecimal equity,
    @Nullable BigDecimal peak,
    @Nullable BigDecimal floor,
    @Nullable BigDecimal room,
    @Nullable BigDecimal usedUp,
    @Nullable BigDecimal dayAnchor,
    @Nullable BigDecimal dayPnl,
    @Nullable BigDecimal dayLoss,
    @Nullable BigDecimal dayLossPercent,
    @Nullable BigDecimal dayLossAlert,
    @Nullable BigDecimal dayLossLiquidateOnly,
    @Nullable BigDecimal dayLossAutoLiquidate,
    @Nullable BigDecimal usedMargin,
    @Nullable BigDecimal marginUsed,
    @Nullable BigDecimal marginAlert,
    @Nullable BigDecimal marginLiquidateOnly,
    @Nullable BigDecimal marginAutoLiquidate,
    @Nullable BigDecimal liqOnlyLevel)
    implements Scoped {

  @Override
  public Scope scope() {
    return new Scope.OfAccount(accountId);
  }
}
