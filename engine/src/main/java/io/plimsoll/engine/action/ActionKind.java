package io.plimsoll.engine.action;

import io.plimsoll.engine.fact.Restriction;
import java.util.Locale;

/** What can be done to an account. */
public enum ActionKind {
  /** Every order that may still be filled is cancelled. */
  CANCEL,
  /** Every position is closed and every order cancelled. */
  LIQUIDATE,
  /** Only closing orders are taken from now on. */
  LIQUIDATE_ONLY,
  /** No order is taken; only for a flat account, since a lock would trap its positions. */
  LOCK,
  /** The restriction that is ours is lifted. */
  UNLOCK;

  /** The mildest requirement that this action serves. */
  public Restriction serves() {
    return switch (this) {
      case CANCEL -> Restriction.CANCEL;
      case LIQUIDATE_ONLY -> Restriction.LIQUIDATE_ONLY;
      case LIQUIDATE, LOCK -> Restriction.LIQUIDATE_AND_LOCK;
      case UNLOCK -> Restriction.NONE;
    };
  }

  /** The word used in keys, messages and logs, such as {@code liquidate-only}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
