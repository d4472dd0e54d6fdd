package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Restriction;
import java.time.Instant;

/**
 * What one evaluation holds an account to.
 *
 * @param inDoubt whether the account's numbers may be those of a reset at the broker: all breaches
 *     are proposed
 */
record Standard(Plan plan, Marks.Moment moment, boolean inDoubt) {
  Instant now() {
    return moment.now();
  }

  Latches.Terms terms(String limit, Until until, Restriction wanted) {
    return terms(limit, until, wanted, false);
  }

  /**
   * @param guessed whether the line itself is only estimated: a breach then is proposed
   */
  Latches.Terms terms(String limit, Until until, Restriction wanted, boolean guessed) {
    return new Latches.Terms(
        limit, until, wanted, inDoubt || guessed, plan.brokers().contains(limit));
  }
}
