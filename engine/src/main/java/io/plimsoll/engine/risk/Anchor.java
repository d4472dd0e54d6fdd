package io.plimsoll.engine.risk;

/** What the profit and loss of a day or a week is measured from. */
public enum Anchor {
  /** The balance at the reset. */
  BALANCE,
  /** The equity at the reset. */
  EQUITY,
  /** The greater of both. */
  GREATER,
  /** The highest equity since the reset: it rises with equity and never falls. */
  DAY_PEAK
}
