package io.plimsoll.engine.fact;

/** How the account's actions stand with what the broker's own facts show. */
public enum ActionProof {
  /** No action is under way, or it was sent a moment ago. */
  FINE,
  /** Sent, and the facts have not shown its effect within the time allowed. */
  UNVERIFIED,
  /** Given up; what is required of the account stands and a person must act. */
  DEAD,
  /** Required, but in doubt: told, not sent. A person must decide. */
  PROPOSED
}
