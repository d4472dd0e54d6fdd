package io.plimsoll.simulator.fault;

import java.util.Locale;

/** The two sockets of the vendor. */
public enum SocketKind {
  USER,
  MARKET_DATA;

  /** As scripts and logs write it: {@code user}, {@code market-data}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
