package io.plimsoll.engine.risk;

import org.jspecify.annotations.Nullable;

/** Three rungs of loss on the day, mildest first. An absent rung is no limit. */
public record LossLadder(
    @Nullable Amount alert, @Nullable Amount liquidateOnly, @Nullable Amount autoLiquidate) {}
