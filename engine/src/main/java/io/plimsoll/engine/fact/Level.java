package io.plimsoll.engine.fact;

/**
 * Where an account stands against one limit. In DRL write {@code Level.REACHED}, never imported.
 */
public enum Level {
  /** No such limit holds for the account, or its inputs have never been known. */
  NONE,
  /** The limit is known and not near. */
  CLEAR,
  /** At least the lowest warning band of the limit is used up. */
  NEAR,
  /** The limit was reached. Latched: it stays until the reset, a person, or an account reset. */
  REACHED
}
