package io.plimsoll.simulator.ledger;

import io.plimsoll.simulator.market.Instrument;
import io.plimsoll.simulator.market.Market;
import java.math.BigDecimal;
import java.util.function.Function;

/** What an account is worth at the current prices. Dollars throughout. */
public final class Valuation {
  private final Books books;
  private final Market market;

  public Valuation(Books books, Market market) {
    this.books = books;
    this.market = market;
  }

  public BigDecimal balance(long account) {
    return books.cash(account).map(cash -> cash.amount("amount")).orElse(BigDecimal.ZERO);
  }

  public BigDecimal openPnL(long account) {
    return books.positions(account).map(this::openPnL).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public BigDecimal equity(long account) {
    return balance(account).add(openPnL(account));
  }

  /** Margin of all positions, by the figure asked for: of the day, or full. */
  public BigDecimal margin(long account, Function<Instrument, BigDecimal> perContract) {
    return books
        .positions(account)
        .map(row ->
            market
                .instrument(row.whole("contractId"))
                .map(perContract)
                .orElse(BigDecimal.ZERO)
                .multiply(BigDecimal.valueOf(Math.abs(row.whole("netPos")))))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal openPnL(Entity position) {
    var net = position.whole("netPos");
    if (net == 0) {
      return BigDecimal.ZERO;
    }
    return market
        .instrument(position.whole("contractId"))
        .map(traded ->
            market
                .price(traded)
                .subtract(position.decimal("netPrice").orElse(position.amount("prevPrice")))
                .multiply(traded.valuePerPoint())
                .multiply(BigDecimal.valueOf(net)))
        .orElse(BigDecimal.ZERO);
  }
}
