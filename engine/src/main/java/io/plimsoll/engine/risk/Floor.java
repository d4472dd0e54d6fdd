package io.plimsoll.engine.risk;

/**
 * A level of equity at which one of an account's limits is reached.
 *
 * @param limit its name, such as {@code trailing-drawdown}
 * @param level in the account's currency
 */
public record Floor(String limit, Money level) {
  /** Negative below the floor. */
  public Money room(Money equity) {
    return equity.minus(level);
  }
}
