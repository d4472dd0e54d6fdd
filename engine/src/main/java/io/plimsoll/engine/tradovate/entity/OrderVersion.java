package io.plimsoll.engine.tradovate.entity;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Quantity and prices of an order after it was placed or modified. Its id is that of the command
 * which did so.
 */
public record OrderVersion(
    long id,
    long orderId,
    @Nullable Integer orderQty,
    @Nullable OrderType orderType,
    @Nullable BigDecimal price,
    @Nullable BigDecimal stopPrice,
    @Nullable BigDecimal limitIfTouchedPrice,
    @Nullable Integer maxShow,
    @Nullable BigDecimal pegDifference,
    @Nullable TimeInForce timeInForce,
    @Nullable Instant expireTime,
    @Nullable String text)
    implements Detail {

  /** The vendor's kinds of orders. */
  public enum OrderType {
    Limit,
    LimitIfTouched,
    MIT,
    Market,
    MarketLimit,
    MarketStopWithProtection,
    MarketWithProtection,
    QTS,
    Stop,
    StopLimit,
    TrailingStop,
    TrailingStopLimit,
    UNKNOWN
  }

  /** How long an order stands. */
  public enum TimeInForce {
    Day,
    FOK,
    GTC,
    GTD,
    IOC,
    UNKNOWN
  }

  static OrderVersion read(Fields fields) {
    return new OrderVersion(
        fields.requiredId("id"),
        fields.requiredId("orderId"),
        fields.count("orderQty"),
        fields.word("orderType", OrderType.class, OrderType.UNKNOWN),
        fields.number("price"),
        fields.number("stopPrice"),
        fields.number("limitIfTouchedPrice"),
        fields.count("maxShow"),
        fields.number("pegDifference"),
        fields.word("timeInForce", TimeInForce.class, TimeInForce.UNKNOWN),
        fields.time("expireTime"),
        fields.text("text"));
  }
}
