package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Restriction;
import java.time.Instant;

/**
 * A limit that was reached, and what follows until it ends.
 *
 * @param limit such as {@code trailing-drawdown} or {@code daily-loss.liquidate-only}
 * @param number counts the latchings of the account, from 1; never used twice
 * @param consequence what it asks for
 * @param wanted what the plan wants; stricter than the consequence where that was in doubt, and
 *     then a proposal
 * @param brokers whether the broker enforces the limit itself
 */
public record Latch(
    String limit,
    long number,
    Instant since,
    Until until,
    Restriction consequence,
    Restriction wanted,
    boolean brokers) {

  /** The same, asking for nothing by itself. */
  Latch proposed() {
    return new Latch(limit, number, since, until, Restriction.NONE, wanted, brokers);
  }

  public boolean isProposal() {
    return wanted.isStricterThan(consequence);
  }
}
