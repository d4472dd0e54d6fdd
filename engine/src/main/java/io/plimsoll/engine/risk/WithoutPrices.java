package io.plimsoll.engine.risk;

/** What an account with open positions is judged by when their prices are not known. */
public enum WithoutPrices {
  /** Nothing: equity stays unknown until prices come. */
  UNKNOWN,

  /** The broker's own reckoning, asked for over REST in turn, as far as its limits allow. */
  SNAPSHOT,

  /**
   * The balance alone, as if nothing were open. Only where no price can come: there is no market
   * data, or the contract's quotes are refused. A price that is late is waited for.
   */
  REALIZED
}
