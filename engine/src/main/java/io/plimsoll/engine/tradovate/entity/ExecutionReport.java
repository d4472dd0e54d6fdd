package io.plimsoll.engine.tradovate.entity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the exchange, or the broker in its place, said of an order.
 *
 * @param cumQty filled so far, at avgPx on average
 * @param lastQty filled by this report, at lastPx
 */
public record ExecutionReport(
    long id,
    long commandId,
    @Nullable String name,
    long accountId,
    @Nullable Long contractId,
    @Nullable Instant timestamp,
    @Nullable LocalDate tradeDate,
    long orderId,
    @Nullable ExecType execType,
    @Nullable String execRefId,
    @Nullable OrdStatus ordStatus,
    @Nullable Side action,
    @Nullable Integer cumQty,
    @Nullable BigDecimal avgPx,
    @Nullable Integer lastQty,
    @Nullable BigDecimal lastPx,
    @Nullable RejectReason rejectReason,
    @Nullable String text,
    @Nullable String exchangeOrderId)
    implements OfAccount {

  /** What a report tells of. */
  public enum ExecType {
    Canceled,
    Completed,
    DoneForDay,
    Expired,
    New,
    OrderStatus,
    PendingCancel,
    PendingNew,
    PendingReplace,
    Rejected,
    Replaced,
    Stopped,
    Suspended,
    Trade,
    TradeCancel,
    TradeCorrect,
    UNKNOWN
  }

  static ExecutionReport read(Fields fields) {
    return new ExecutionReport(
        fields.requiredId("id"),
        fields.requiredId("commandId"),
        fields.text("name"),
        fields.requiredId("accountId"),
        fields.id("contractId"),
        fields.time("timestamp"),
        fields.date("tradeDate"),
        fields.requiredId("orderId"),
        fields.word("execType", ExecType.class, ExecType.UNKNOWN),
        fields.text("execRefId"),
        fields.word("ordStatus", OrdStatus.class, OrdStatus.Unknown),
        fields.word("action", Side.class, Side.UNKNOWN),
        fields.count("cumQty"),
        fields.number("avgPx"),
        fields.count("lastQty"),
        fields.number("lastPx"),
        fields.word("rejectReason", RejectReason.class, RejectReason.UNKNOWN),
        fields.text("text"),
        fields.text("exchangeOrderId"));
  }
}
