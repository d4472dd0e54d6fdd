package io.plimsoll.engine.tradovate.entity;

/** The vendor's kinds of products. */
public enum ProductType {
  CommonStock,
  Continuous,
  Cryptocurrency,
  Futures,
  MarketInternals,
  Options,
  Spread,
  Swap,
  /** A value the vendor added since. */
  UNKNOWN
}
