package io.plimsoll.app.demo;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which moves are worth a line: of the accounts that matter, where they first stand and every half
 * percent of equity from there, not more often than every two seconds. A change of state always is.
 * Safe for use by many threads.
 */
final class Moves {
  private static final double BETWEEN_SECONDS = 2;
  private static final BigDecimal STEPS = new BigDecimal(200); // of equity, so half a percent each

  private final Set<String> accounts;
  private final Set<String> introduced = new HashSet<>();
  private final Map<String, Shown> shown = new HashMap<>();

  private record Shown(BigDecimal equity, double seconds) {}

  /**
   * @param accounts by name
   */
  Moves(Collection<String> accounts) {
    this.accounts = Set.copyOf(accounts);
  }

  /** Asked once for each thing that happens. */
  synchronized boolean isWorthALine(Happening happening, double seconds) {
    return Standing.of(happening)
        .map(it -> {
          boolean worth = !isMove(happening) || isStep(it, seconds);
          if (worth && it.equity() != null) {
            shown.put(it.account(), new Shown(it.equity(), seconds));
          }
          return worth;
        })
        .orElse(true);
  }

  /** Once for each account that matters: its plan and its floors. */
  synchronized Optional<String> introduction(Happening happening) {
    return Standing.of(happening)
        .filter(it -> isMove(happening) && accounts.contains(it.account()))
        .filter(it -> introduced.add(it.account()))
        .map(Standing::introduction);
  }

  private static boolean isMove(Happening happening) {
    return happening instanceof Happening.Logged it && it.event().equals(Standing.MOVED);
  }

  private boolean isStep(Standing it, double seconds) {
    if (!accounts.contains(it.account()) || it.equity() == null) {
      return false;
    }
    var before = shown.get(it.account());
    return before == null
        || (seconds - before.seconds() >= BETWEEN_SECONDS
            && it.equity().subtract(before.equity()).abs().multiply(STEPS).compareTo(it.equity())
                >= 0);
  }
}
