package io.plimsoll.engine.fact;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an account, in dollars of its currency or percent from 0 to 100. A number is null
 * until it is first known, and where its limit does not hold; afterwards it keeps its last known
 * value, and {@link AccountRisk#quality()} says so.
 *
 * @param balance cash, open profit and loss not included
 * @param openPnl of the open positions, signed
 * @param equity balance plus open P&amp;L: net liquidation
 * @param start the start balance that the trailing drawdown and percentages of it rest on
 * @param peak the highest value of the trailing basis
 * @param floor the trailing floor
 * @param highestFloor the highest that the floor may be while its peak is only estimated; else null
 * @param room equity less floor; negative below the floor
 * @param usedUp percent of the drawdown amount that is used up
 * @param dayAnchor baseline of the trading day
 * @param dayPnl equity less day anchor, signed
 * @param dayLoss loss of the day, 0 or more
 * @param dayLossPercent of the day anchor; null when the anchor is not positive
 * @param dayLossAlert the day's loss, in percent of the anchor, at which the alert rung is reached;
 *     the next two likewise
 * @param alertFloor the equity at which the alert rung is reached; the next two likewise
 * @param dayLossLimit the loss in dollars that the plan's limit of the day allows
 * @param dayProfitTarget the profit in dollars at which the day is over
 * @param ceiling the equity at which the nearest profit target is reached
 * @param weekAnchor baseline of the trading week
 * @param weekPnl equity less week anchor, signed
 * @param weekLoss loss of the week, 0 or more
 * @param weekLossLimit the loss in dollars that the week allows
 * @param weekProfitTarget the profit in dollars at which the week is over
 * @param usedMargin the broker's total used margin
 * @param marginUsed used margin in percent of equity; null when equity is not positive
 * @param marginAlert the margin used, in percent of equity, at which the alert rung is reached; the
 *     next two likewise
 * @param liqOnlyLevel the broker's level of equity for closing only
 * @param autoLiqLevel the broker's level of equity for its liquidation
 * @param contractsUsed contracts held, micros by their weight
 * @param contractsAllowed contracts that may be held over all products
 * @param consistencyShare percent of the total profit that the best day made
 * @param consistencyNeeded the total profit at which that share would just be allowed
 * @param consistencyShort by how much the total profit falls short of it
 */
public record AccountFigures(
    long accountId,
    @Nullable BigDecimal balance,
    @Nullable BigDecimal openPnl,
    @Nullable BigDecimal equity,
    @Nullable BigDecimal start,
    @Nullable BigDecimal peak,
    @Nullable BigDecimal floor,
    @Nullable BigDecimal highestFloor,
    @Nullable BigDecimal room,
    @Nullable BigDecimal usedUp,
    @Nullable BigDecimal dayAnchor,
    @Nullable BigDecimal dayPnl,
    @Nullable BigDecimal dayLoss,
    @Nullable BigDecimal dayLossPercent,
    @Nullable BigDecimal dayLossAlert,
    @Nullable BigDecimal dayLossLiquidateOnly,
    @Nullable BigDecimal dayLossAutoLiquidate,
    @Nullable BigDecimal alertFloor,
    @Nullable BigDecimal liquidateOnlyFloor,
    @Nullable BigDecimal autoLiquidateFloor,
    @Nullable BigDecimal dayLossLimit,
    @Nullable BigDecimal dayProfitTarget,
    @Nullable BigDecimal ceiling,
    @Nullable BigDecimal weekAnchor,
    @Nullable BigDecimal weekPnl,
    @Nullable BigDecimal weekLoss,
    @Nullable BigDecimal weekLossLimit,
    @Nullable BigDecimal weekProfitTarget,
    @Nullable BigDecimal usedMargin,
    @Nullable BigDecimal marginUsed,
    @Nullable BigDecimal marginAlert,
    @Nullable BigDecimal marginLiquidateOnly,
    @Nullable BigDecimal marginAutoLiquidate,
    @Nullable BigDecimal liqOnlyLevel,
    @Nullable BigDecimal autoLiqLevel,
    @Nullable BigDecimal contractsUsed,
    @Nullable BigDecimal contractsAllowed,
    @Nullable BigDecimal consistencyShare,
    @Nullable BigDecimal consistencyNeeded,
    @Nullable BigDecimal consistencyShort)
    implements Scoped {

  @Override
  public Scope scope() {
    return new Scope.OfAccount(accountId);
  }
}
