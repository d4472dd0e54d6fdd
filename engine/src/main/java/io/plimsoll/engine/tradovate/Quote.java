package io.plimsoll.engine.tradovate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What one market-data entry said of a contract. A price that was not sent is unchanged. */
public record Quote(
    long contractId,
    @Nullable BigDecimal trade,
    @Nullable BigDecimal bid,
    @Nullable BigDecimal offer) {}
