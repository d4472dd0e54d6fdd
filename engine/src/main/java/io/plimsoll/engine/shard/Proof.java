package io.plimsoll.engine.shard;

import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.fact.ActionProof;
import io.plimsoll.engine.fact.Restriction;
import java.time.Duration;
import java.time.Instant;

/** How an account's actions stand with the facts, as rules see it. */
final class Proof {
  private Proof() {}

  static ActionProof of(Watch watch, Duration verifyWithin, Instant now) {
    var stuck = watch.custody.stuck();
    if (stuck != null) {
      return stuck.proof();
    }
    var action = watch.action;
    if (action != null && !since(watch, action).plus(verifyWithin).isAfter(now)) {
      return ActionProof.UNVERIFIED;
    }
    if (action == null && watch.later == null && isLeftOpen(watch)) {
      return ActionProof.UNVERIFIED;
    }
    return isProposal(watch) ? ActionProof.PROPOSED : ActionProof.FINE;
  }

  /** What an earlier life decided has not been left undone by this one. */
  private static Instant since(Watch watch, Action action) {
    var here = watch.followedSince;
    return action.decidedAt().isBefore(here) ? here : action.decidedAt();
  }

  /**
   * Someone else's liquidation is not repeated; while it has not closed the account, people look.
   */
  private static boolean isLeftOpen(Watch watch) {
    return watch.custody.required() == Restriction.LIQUIDATE_AND_LOCK
        && !(watch.view.isFlat() && watch.view.isQuiet());
  }

  /** What was in doubt when it was reached is told, not acted on. */
  private static boolean isProposal(Watch watch) {
    return watch.risk.latches().open().values().stream()
        .anyMatch(
            latch -> latch.isProposal() && latch.wanted().isStricterThan(watch.custody.required()));
  }
}
