package io.plimsoll.engine.risk;

/**
 * One open position.
 *
 * @param contract its name, such as {@code ESZ6}; its id where no name is known
 * @param product such as {@code ES}; the contract's name where none is known
 * @param netPos contracts, negative for short, never 0
 * @param priced whether it has a price just now
 */
public record Holding(String contract, String product, int netPos, boolean priced) {
  /** The same as if it had a price. */
  public Holding withPrice() {
    return new Holding(contract, product, netPos, true);
  }
}
