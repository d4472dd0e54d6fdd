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
  /** The vendor's own word, and whatever the vendor added since. */
  Unknown,
  Working;

  /**
   * Whether the order may still be filled, so that it is not yet cancelled. An unknown state may be
   * one in which it can: nothing is proven while it lasts. If it never ends, a cancel or a
   * liquidation is never verified; people are alerted after the usual time, and then the action
   * ends with a person who decides, or waits with the broker's own liquidation. No lock is set.
   */
  public boolean isAlive() {
    return switch (this) {
      case PendingNew, Working, PendingReplace, PendingCancel, Suspended, Unknown -> true;
      case Canceled, Completed, Expired, Filled, Rejected -> false;
    };
  }
}
