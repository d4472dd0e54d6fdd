package io.plimsoll.engine.tradovate.entity;

/** An organization admin's override on an account. Persists until it is set back to Normal. */
public enum AdminAction {
  Normal,
  LiquidateOnlyModeImmediately,
  LockTradingImmediately,
  LiquidateImmediately,
  PlaceAutoLiqOnHold,
  AgreedOnLiqOnlyModeByAutoLiq,
  AgreedOnLiquidationByAutoLiq,
  DisableAutoLiq,
  /** A value the vendor added since. */
  UNKNOWN
}
