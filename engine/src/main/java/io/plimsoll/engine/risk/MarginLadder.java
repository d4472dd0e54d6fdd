package io.plimsoll.engine.risk;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Three rungs of margin used, in percent of equity from 0 up. An absent rung is no limit. */
public record MarginLadder(
    @Nullable BigDecimal alert,
    @Nullable BigDecimal liquidateOnly,
    @Nullable BigDecimal autoLiquidate) {}
