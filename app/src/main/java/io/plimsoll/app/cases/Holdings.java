package io.plimsoll.app.cases;

import io.plimsoll.config.cases.Futures;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The positions of the account of a case. The one that a case does not name is of a contract of one
 * dollar a point.
 */
final class Holdings {
  static final String UNNAMED = "CASE";

  /** So high that the moves of an account are small in percent of it. */
  private static final BigDecimal UNNAMED_OPEN = BigDecimal.valueOf(1_000_000);

  /** Where the case gives no price, any will do. */
  private static final BigDecimal SOME_PRICE = BigDecimal.valueOf(5000);

  private final Map<String, Holding> all = new LinkedHashMap<>();

  /** Contracts of which the case has given a price. */
  private final Set<String> told = new HashSet<>();

  Holdings() {
    all.put(
        UNNAMED,
        new Holding(1, UNNAMED, UNNAMED, BigDecimal.ONE, 0, UNNAMED_OPEN, UNNAMED_OPEN, true));
  }

  Collection<Holding> all() {
    return List.copyOf(all.values());
  }

  Holding unnamed() {
    return of(UNNAMED);
  }

  boolean areFlat() {
    return all.values().stream().allMatch(Holding::isFlat);
  }

  boolean areAllPriced() {
    return all.values().stream().allMatch(one -> one.isFlat() || one.priced());
  }

  /** Of all positions, signed. */
  BigDecimal profit() {
    return all.values().stream().map(Holding::profit).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  void price(String contract, BigDecimal price) {
    var before = of(contract);
    // Of a position opened without a price, the first one tells where it was opened: what it was
    // worth it still is.
    put(
        told.add(contract)
            ? before.openedAt(price.subtract(before.price()).add(before.open())).at(price)
            : before.at(price));
  }

  void unprice(String contract) {
    put(of(contract).unpriced());
  }

  /** The broker tells the price of no position any more. */
  void unprice() {
    all().stream().filter(one -> !one.isFlat()).forEach(one -> put(one.unpriced()));
  }

  /** Opens the unnamed position where nothing is open. */
  void openSomething() {
    if (areFlat()) {
      put(unnamed().openedAt(UNNAMED_OPEN).at(UNNAMED_OPEN).to(1));
    }
  }

  /** The position becomes this; what is realized by that, signed. */
  BigDecimal trade(String contract, int net) {
    var before = of(contract);
    put(before.to(net));
    return before.realizedBy(net);
  }

  /** Everything is closed; what is realized by that. */
  BigDecimal flatten() {
    return all().stream()
        .filter(one -> !one.isFlat())
        .map(one -> trade(one.contract(), 0))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Nothing is open any more of the contract that a case does not name. */
  BigDecimal closeUnnamed() {
    return trade(UNNAMED, 0);
  }

  /**
   * The open positions together are worth this: the price of one of them says so, or, where the
   * case gives prices, what it was opened at. Where no named one is open it is the unnamed.
   */
  void carry(BigDecimal profit, boolean pricesGiven) {
    var carrier = carrier(profit);
    if (carrier.isEmpty()) {
      int net = profit.signum() == 0 ? 0 : 1;
      put(unnamed().at(UNNAMED_OPEN).openedAt(UNNAMED_OPEN).to(net).at(UNNAMED_OPEN.add(profit)));
      return;
    }
    var one = carrier.get();
    var points = one.pointsFor(own(one, profit));
    put(
        pricesGiven
            ? one.openedAt(one.price().subtract(points)).at(one.price())
            : one.at(one.open().add(points)));
    all().stream().filter(other -> !other.priced()).forEach(other -> put(other.at(other.price())));
  }

  /** One whose points make the profit exactly, where there is one; of those the smallest. */
  private Optional<Holding> carrier(BigDecimal profit) {
    return all.values().stream()
        .filter(one -> !one.isFlat() && !one.contract().equals(UNNAMED))
        .min(
            Comparator.comparing((Holding one) -> !one.isExactly(own(one, profit)))
                .thenComparingInt(one -> Math.abs(one.net())));
  }

  /** What one position has to be worth so that all together are worth this. */
  private BigDecimal own(Holding one, BigDecimal profit) {
    return profit.subtract(profit()).add(one.profit());
  }

  private Holding of(String contract) {
    return all.computeIfAbsent(contract, this::first);
  }

  private Holding first(String contract) {
    var product = Futures.product(contract).orElse(contract);
    return new Holding(
        all.size() + 1L,
        contract,
        product,
        Futures.valuePerPoint(product),
        0,
        SOME_PRICE,
        SOME_PRICE,
        true);
  }

  private void put(Holding holding) {
    all.put(holding.contract(), holding);
  }
}
