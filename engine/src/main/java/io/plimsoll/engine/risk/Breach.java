package io.plimsoll.engine.risk;

/** Whether a limit is reached at the line itself or only beyond it. */
public enum Breach {
  BELOW,
  AT_OR_BELOW;

  boolean isReached(Money value, Money line) {
    return switch (this) {
      case BELOW -> value.isBelow(line);
      case AT_OR_BELOW -> value.isAtMost(line);
    };
  }
}
