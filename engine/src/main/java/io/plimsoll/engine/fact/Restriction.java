package io.plimsoll.engine.fact;

import java.util.Locale;

/** What an account is required to suffer, from the mildest to the strictest. */
public enum Restriction {
  /** Nothing; people may still be told. */
  NONE,
  /** Working orders are cancelled. */
  CANCEL,
  /**
   * Everything is closed, once, and nothing is refused afterwards. Asked for, never required:
   * beside it the account keeps the strictest of the others.
   */
  FLATTEN,
  /** Only closing orders are allowed. */
  LIQUIDATE_ONLY,
  /** Everything is closed, then all orders are refused. */
  LIQUIDATE_AND_LOCK;

  public boolean isStricterThan(Restriction other) {
    return compareTo(other) > 0;
  }

  public Restriction stricter(Restriction other) {
    return isStricterThan(other) ? this : other;
  }

  /** The word used in config, messages and logs, such as {@code liquidate-and-lock}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
