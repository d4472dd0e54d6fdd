package io.plimsoll.engine.tradovate;

/** What a call to the broker is for: who goes first when calls are short. */
public enum Use {
  /** An account action and all it needs. Half the budget is kept for these. */
  ACTION,
  /** The session with the broker, without which nothing else goes. */
  SESSION,
  /**
   * The sync request, without which a shard is blind. Held back by limits; but reads that have used
   * up their half do not use up its calls.
   */
  SYNC,
  /** Everything else. Held back by limits, and while the host fails. */
  READ
}
