package io.plimsoll.simulator.ledger;

/** Ids in the order of asking. Cash balances count from beyond 32 bits, as the vendor's do. */
public final class Ids {
  private long last = 5_000_000;
  private long lastCashBalance = 268_137_616_000L;

  public long next() {
    return ++last;
  }

  public long nextFor(EntityType type) {
    return type.equals(EntityType.CASH_BALANCE) ? ++lastCashBalance : ++last;
  }
}
