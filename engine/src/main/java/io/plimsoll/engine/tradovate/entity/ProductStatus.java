package io.plimsoll.engine.tradovate.entity;

/** How far the broker has set a product up. */
public enum ProductStatus {
  Inactive,
  Locked,
  ReadyForContracts,
  ReadyToTrade,
  Verified,
  /** A value the vendor added since. */
  UNKNOWN
}
