package io.plimsoll.engine.tradovate.entity;

/** The vendor's {@code action} of orders and fills. */
public enum Side {
  Buy,
  Sell,
  UNKNOWN
}
