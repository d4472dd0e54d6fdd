package io.plimsoll.engine.fact;

/** How far an account's numbers can be trusted. */
public enum DataQuality {
  /** Everything the account's limits need is known. */
  KNOWN,
  /** Something is unknown just now; the states that depend on it stand as they last were. */
  UNKNOWN_INPUT
}
