package io.plimsoll.engine.session;

import io.plimsoll.engine.fact.Restriction;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What all live findings of one identity come to.
 *
 * @param asks the strictest restriction any of them asks for
 * @param tells the receivers any of them names
 */
public record Held(Restriction asks, Set<String> tells) {
  public Held {
    tells = Set.copyOf(tells);
  }

  /** Empty when there are no findings. */
  static Optional<Held> of(Collection<Finding> findings) {
    if (findings.isEmpty()) {
      return Optional.empty();
    }
    var asks = Restriction.NONE;
    var tells = new HashSet<String>();
    for (var finding : findings) {
      asks = asks.stricter(finding.asks());
      tells.addAll(finding.tells());
    }
    return Optional.of(new Held(asks, tells));
  }
}
