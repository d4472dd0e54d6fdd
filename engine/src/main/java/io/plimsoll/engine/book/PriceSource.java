package io.plimsoll.engine.book;

/** Which price values an open position. */
public enum PriceSource {
  /** The last trade. */
  LAST,
  /**
   * The bid for a long position, the offer for a short one; the last trade where none was ever
   * sent. Unknown once the broker has said that the order book is empty, until one comes again.
   */
  CONSERVATIVE
}
