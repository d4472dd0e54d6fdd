package io.plimsoll.simulator.ledger;

import java.math.BigDecimal;

/** The vendor's order actions. */
public enum Side {
  Buy,
  Sell;

  public Side opposite() {
    return this == Buy ? Sell : Buy;
  }

  int signed(int qty) {
    return this == Buy ? qty : -qty;
  }

  /** Whether a resting order at this limit is reached. */
  boolean limitReached(BigDecimal limit, BigDecimal market) {
    return this == Buy ? market.compareTo(limit) <= 0 : market.compareTo(limit) >= 0;
  }

  boolean stopReached(BigDecimal stop, BigDecimal market) {
    return this == Buy ? market.compareTo(stop) >= 0 : market.compareTo(stop) <= 0;
  }

  static Side closing(int netPos) {
    return netPos > 0 ? Sell : Buy;
  }
}
