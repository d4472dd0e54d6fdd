package io.plimsoll.engine.book;

import io.plimsoll.engine.tradovate.entity.CashBalance;
import io.plimsoll.engine.tradovate.entity.Position;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What tells of closing trades: the newest position of each contract, and what was realized in each
 * currency on its newest trade date.
 */
record Closings(Map<Long, Integer> positions, Map<Long, Realized> cash) {
  /** Nothing realized counts as zero, as the vendor leaves it out then. */
  record Realized(LocalDate tradeDate, BigDecimal amount) {}

  static Closings of(Collection<Position> positions, Collection<CashBalance> balances) {
    var held = new HashMap<Long, Integer>();
    positions.forEach(position -> held.put(position.contractId(), position.netPos()));
    var realized = new HashMap<Long, Realized>();
    for (var row : balances) {
      var amount = row.realizedPnL() == null ? BigDecimal.ZERO : row.realizedPnL();
      realized.put(row.currencyId(), new Realized(row.tradeDate(), amount));
    }
    return new Closings(held, realized);
  }

  /** Whether some position has become smaller, or changed its side, since. */
  boolean closesSince(Closings before) {
    return before.positions.entrySet().stream()
        .anyMatch(was -> isReduced(was.getValue(), positions.getOrDefault(was.getKey(), 0)));
  }

  /** Whether something was realized since; a new trade date begins at zero and says nothing. */
  boolean realizesSince(Closings before) {
    return cash.entrySet().stream()
        .anyMatch(now -> {
          var was = before.cash.get(now.getKey());
          return was != null
              && was.tradeDate().equals(now.getValue().tradeDate())
              && was.amount().compareTo(now.getValue().amount()) != 0;
        });
  }

  private static boolean isReduced(int before, int now) {
    return Math.abs(now) < Math.abs(before) || Integer.signum(now) * Integer.signum(before) < 0;
  }
}
