package io.plimsoll.engine.tradovate.entity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One execution. It names no account: join through its order.
 *
 * @param finallyPaired how much of it has been closed against other fills
 */
public record Fill(
    long id,
    long orderId,
    long contractId,
    Instant timestamp,
    @Nullable LocalDate tradeDate,
    @Nullable Side action,
    int qty,
    BigDecimal price,
    @Nullable Boolean active,
    @Nullable Integer finallyPaired)
    implements Detail {

  static Fill read(Fields fields) {
    return new Fill(
        fields.requiredId("id"),
        fields.requiredId("orderId"),
        fields.requiredId("contractId"),
        fields.requiredTime("timestamp"),
        fields.date("tradeDate"),
        fields.word("action", Side.class, Side.UNKNOWN),
        fields.requiredCount("qty"),
        fields.requiredNumber("price"),
        fields.flag("active"),
        fields.count("finallyPaired"));
  }
}
