package io.plimsoll.engine.shard;

import org.jspecify.annotations.Nullable;

/** What a person orders for one account. */
public sealed interface Command {
  long accountId();

  /** Who it was; people are named, not programs. */
  String by();

  /** Why, in the person's own words. */
  String reason();

  /**
   * Nothing is required of the account any more: its latches end, their limits are disarmed, and
   * the restriction that is ours is lifted.
   */
  record Unlock(long accountId, String by, String reason) implements Command {}

  /** Peaks, anchors and latches begin anew from the account's present numbers. */
  record Rebase(long accountId, String by, String reason) implements Command {}

  /**
   * Another plan, or the present text of its plan, holds the account.
   *
   * @param plan by name; null for the one whose accounts match
   * @param atOnce now, and else from its next reset on
   */
  record Assign(long accountId, String by, String reason, @Nullable String plan, boolean atOnce)
      implements Command {}

  /** What became of it. */
  sealed interface Answer {
    /** What was done, for people. */
    record Done(String text) implements Answer {}

    /** Why nothing was done, and the way out. */
    record Refused(String text) implements Answer {}
  }
}
