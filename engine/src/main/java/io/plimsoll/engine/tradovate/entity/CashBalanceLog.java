package io.plimsoll.engine.tradovate.entity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One movement of cash on an account: a deposit, a fee, a closed trade, a new session.
 *
 * @param amount cash after the movement
 * @param delta by how much cash changed, signed; dollars
 */
public record CashBalanceLog(
    long id,
    long accountId,
    Instant timestamp,
    @Nullable LocalDate tradeDate,
    @Nullable Long currencyId,
    @Nullable BigDecimal amount,
    @Nullable BigDecimal realizedPnL,
    @Nullable BigDecimal weekRealizedPnL,
    @Nullable BigDecimal amountSOD,
    @Nullable CashChangeType cashChangeType,
    @Nullable Long fillPairId,
    @Nullable Long fillId,
    @Nullable Long fundTransactionId,
    @Nullable String comment,
    BigDecimal delta,
    @Nullable Long senderId)
    implements OfAccount {

  /** Why cash changed. */
  public enum CashChangeType {
    AutomaticReconciliation,
    BrokerageFee,
    CancelledPairedTrade,
    CashSettlement,
    ClearingFee,
    Commission,
    DeskFee,
    EntitlementSubscription,
    ExchangeFee,
    FundTransaction,
    FundTransactionFee,
    IPFee,
    LiquidationFee,
    ManualAdjustment,
    MarketDataSubscription,
    NewSession,
    NfaFee,
    OptionsTrade,
    OrderRoutingFee,
    TradePaired,
    TradovateSubscription,
    UNKNOWN
  }

  static CashBalanceLog read(Fields fields) {
    return new CashBalanceLog(
        fields.requiredId("id"),
        fields.requiredId("accountId"),
        fields.requiredTime("timestamp"),
        fields.date("tradeDate"),
        fields.id("currencyId"),
        fields.number("amount"),
        fields.number("realizedPnL"),
        fields.number("weekRealizedPnL"),
        fields.number("amountSOD"),
        fields.word("cashChangeType", CashChangeType.class, CashChangeType.UNKNOWN),
        fields.id("fillPairId"),
        fields.id("fillId"),
        fields.id("fundTransactionId"),
        fields.text("comment"),
        fields.requiredNumber("delta"),
        fields.id("senderId"));
  }
}
