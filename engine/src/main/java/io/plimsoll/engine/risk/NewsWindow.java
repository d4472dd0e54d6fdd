package io.plimsoll.engine.risk;

import java.time.Instant;
import java.util.Set;

/**
 * A time in which positions must be flat.
 *
 * @param products whose positions must be; empty means all
 */
public record NewsWindow(String name, Instant from, Instant until, Set<String> products) {
  public NewsWindow {
    products = Set.copyOf(products);
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "The news window (%s) ends at %s, not after its begin at %s."
              .formatted(name, until, from));
    }
  }

  boolean isOpen(Instant now) {
    return !now.isBefore(from) && now.isBefore(until);
  }

  boolean concerns(Holding holding) {
    return products.isEmpty() || products.contains(holding.product());
  }
}
