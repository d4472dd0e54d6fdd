package io.plimsoll.simulator.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Raises maxNetLiq when equity makes a new high, and tells it at most once a second for each
 * account.
 */
public final class Peaks {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Books books;
  private final Valuation valuation;
  private final Journal journal;
  private final InstantSource clock;
  private final Map<Long, Instant> told = new HashMap<>();
  private final Map<Long, BigDecimal> untold = new HashMap<>();

  public Peaks(Books books, Valuation valuation, Journal journal, InstantSource clock) {
    this.books = books;
    this.valuation = valuation;
    this.journal = journal;
    this.clock = clock;
  }

  public void follow(long account) {
    books
        .find(EntityType.ACCOUNT_RISK_STATUS, account)
        .ifPresent(status -> {
          var equity = valuation.equity(account).setScale(2, RoundingMode.HALF_UP);
          var peak = untold.getOrDefault(account, status.amount("maxNetLiq"));
          if (equity.compareTo(peak) > 0) {
            untold.put(account, equity);
          }
        });
  }

  /** By money paid in or out: the distance to the high stays. */
  void shift(long account, BigDecimal change) {
    books
        .find(EntityType.ACCOUNT_RISK_STATUS, account)
        .ifPresent(status ->
            set(status, untold.getOrDefault(account, status.amount("maxNetLiq")).add(change)));
  }

  /** An administrator's word: higher or lower, at once. Empty when the account is not known. */
  public Optional<Entity> set(long account, BigDecimal high) {
    return books.find(EntityType.ACCOUNT_RISK_STATUS, account).map(status -> set(status, high));
  }

  private Entity set(Entity status, BigDecimal high) {
    untold.remove(status.id());
    var next =
        status.with(fields ->
            fields
                .put("maxNetLiq", high.setScale(2, RoundingMode.HALF_UP))
                .put("maxNetLiqTimestamp", Json.time(clock.instant())));
    journal.update(next);
    return next;
  }

  /** Writes the highs that are due; the others wait for a later call. */
  public void tellDue() {
    var now = clock.instant();
    untold
        .entrySet()
        .removeIf(high -> {
          var last = told.get(high.getKey());
          if (last != null && now.isBefore(last.plus(PAUSE))) {
            return false;
          }
          told.put(high.getKey(), now);
          books
              .find(EntityType.ACCOUNT_RISK_STATUS, high.getKey())
              .filter(status -> high.getValue().compareTo(status.amount("maxNetLiq")) > 0)
              .ifPresent(status ->
                  journal.update(
                      status.with(fields ->
                          fields
                              .put("maxNetLiq", high.getValue())
                              .put("maxNetLiqTimestamp", Json.time(now)))));
          return true;
        });
  }
}
