package io.plimsoll.engine.book;

/** Which price values an open position. */
public enum PriceSource {
  /** The last trade. */
  LAST,
  /** The bid for a long position, the offer for a short one. */
  CONSERVATIVE
}
