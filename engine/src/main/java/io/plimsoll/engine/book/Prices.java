package io.plimsoll.engine.book;

import io.plimsoll.engine.tradovate.Quote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The last known prices of contracts, while they are live. One thread. */
final class Prices {
  private final Map<Long, Quote> quotes = new HashMap<>();
  private final Set<Long> refused = new HashSet<>();

  /** By how many percent the trade price of a contract moved when it last changed. */
  private final Map<Long, BigDecimal> moves = new HashMap<>();

  /** Returns whether a price is another now. */
  boolean apply(Quote quote) {
    var before = quotes.get(quote.contractId());
    var now = before == null ? quote : quote.after(before);
    quotes.put(quote.contractId(), now);
    if (before != null) {
      moved(before, now);
    }
    refused.remove(quote.contractId());
    return !now.equals(before);
  }

  private void moved(Quote before, Quote now) {
    var from = before.trade();
    var to = now.trade();
    if (from != null && to != null && from.signum() != 0 && from.compareTo(to) != 0) {
      moves.put(
          now.contractId(),
          to.subtract(from).abs().movePointRight(2).divide(from.abs(), 6, RoundingMode.HALF_EVEN));
    }
  }

  @Nullable Quote of(long contractId) {
    return quotes.get(contractId);
  }

  /** Zero while its price has not changed yet. */
  BigDecimal lastMove(long contractId) {
    return moves.getOrDefault(contractId, BigDecimal.ZERO);
  }

  /** Returns whether that is news. */
  boolean refuse(long contractId) {
    return refused.add(contractId);
  }

  boolean isRefused(long contractId) {
    return refused.contains(contractId);
  }

  void forget() {
    quotes.clear();
  }

  void keep(Set<Long> contracts) {
    quotes.keySet().retainAll(contracts);
    moves.keySet().retainAll(contracts);
  }

  /** Takes over what it has not itself. */
  void inherit(Prices other) {
    other.quotes.forEach(quotes::putIfAbsent);
    refused.addAll(other.refused);
  }
}
