package io.plimsoll.engine.risk;

/** When a latched limit ends. */
public enum Until {
  /** At the next reset of the session (soft). */
  NEXT_RESET,
  /** At the next reset of the week (soft). */
  WEEK_RESET,
  /** When a person releases the account (hard). */
  A_PERSON
}
