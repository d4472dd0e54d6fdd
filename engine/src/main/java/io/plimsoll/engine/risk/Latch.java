package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Restriction;
import java.time.Instant;

/**
 * A limit that was reached, and what follows until it ends.
 *
 * @param limit such as {@code trailing-drawdown} or {@code daily-loss.liquidate-only}
 * @param number counts the latchings of the account, from 1; never used twice
 */
public record Latch(
    String limit, long number, Instant since, Until until, Restriction consequence) {}
