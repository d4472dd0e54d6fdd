package io.plimsoll.engine.tradovate.entity;

/** The vendor's {@code trailingMaxDrawdownMode}. */
public enum TrailingMode {
  /** The peak is taken at the end of the day. */
  EOD,
  /** The peak follows intraday net liquidation. */
  RealTime,
  UNKNOWN
}
