package io.plimsoll.engine.tradovate.entity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A buy and a sell that closed each other. It names no account: join through its position. */
public record FillPair(
    long id,
    long positionId,
    long buyFillId,
    long sellFillId,
    @Nullable Integer qty,
    @Nullable BigDecimal buyPrice,
    @Nullable BigDecimal sellPrice,
    @Nullable Boolean active)
    implements Detail {

  static FillPair read(Fields fields) {
    return new FillPair(
        fields.requiredId("id"),
        fields.requiredId("positionId"),
        fields.requiredId("buyFillId"),
        fields.requiredId("sellFillId"),
        fields.count("qty"),
        fields.number("buyPrice"),
        fields.number("sellPrice"),
        fields.flag("active"));
  }
}
