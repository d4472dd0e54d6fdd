package io.plimsoll.engine.tradovate.entity;

/** The vendor's states of an order. */
public enum OrdStatus {
  Canceled,
  Completed,
  Expired,
  Filled,
  PendingCancel,
  PendingNew,
  PendingReplace,
  Rejected,
  Suspended,
  Unknown,
  Working;

  /** Whether the order may still be filled, so that it is not yet cancelled. */
  public boolean isAlive() {
    return switch (this) {
      case PendingNew, Working, PendingReplace, PendingCancel, Suspended -> true;
      case Canceled, Completed, Expired, Filled, Rejected, Unknown -> false;
    };
  }
}
