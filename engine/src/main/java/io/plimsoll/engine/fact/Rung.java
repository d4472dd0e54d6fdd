package io.plimsoll.engine.fact;

import java.util.Locale;

/**
 * The highest rung an account stands on, of a ladder of three. The rungs above {@link #ALERT} are
 * latched: once reached they stay until the reset, also when the loss recovers.
 */
public enum Rung {
  NONE,
  ALERT,
  LIQUIDATE_ONLY,
  AUTO_LIQUIDATE;

  public boolean isAtLeast(Rung other) {
    return compareTo(other) >= 0;
  }

  public Rung higher(Rung other) {
    return isAtLeast(other) ? this : other;
  }

  /** What reaching this rung asks for. */
  public Restriction consequence() {
    return switch (this) {
      case NONE, ALERT -> Restriction.NONE;
      case LIQUIDATE_ONLY -> Restriction.LIQUIDATE_ONLY;
      case AUTO_LIQUIDATE -> Restriction.LIQUIDATE_AND_LOCK;
    };
  }

  /** The word used in config, messages and rule names, such as {@code liquidate-only}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
