package io.plimsoll.engine.shard;

import io.plimsoll.engine.risk.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the broker reckons accounts to be worth whose positions have no price. They are asked for in
 * turn and slowly: the broker counts every call, and actions need theirs. One thread.
 */
final class Worths {
  /** A price may only be late. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Over all shards 1,800 calls an hour, of 2,500 that are not kept for actions. */
  private static final Duration BETWEEN = Duration.ofSeconds(2);

  private static final Duration YOUNG = Duration.ofMinutes(5);

  private final Duration between;
  private final Map<Long, Instant> unpricedSince = new LinkedHashMap<>();
  private final Map<Long, Worth> told = new HashMap<>();
  private Instant asked = Instant.EPOCH;

  private record Worth(Money equity, Instant at) {}

  Worths(int shards) {
    this.between = BETWEEN.multipliedBy(shards);
  }

  /** Known while it is young; the account is asked for from now on. */
  Optional<Money> of(long account, Instant now) {
    var _ = unpricedSince.putIfAbsent(account, now);
    return Optional.ofNullable(told.get(account))
        .filter(worth -> Duration.between(worth.at(), now).abs().compareTo(YOUNG) < 0)
        .map(Worth::equity);
  }

  /** It has prices again, or nothing open. */
  void priced(long account) {
    unpricedSince.remove(account);
    told.remove(account);
  }

  void told(long account, Money equity, Instant now) {
    if (unpricedSince.containsKey(account)) {
      told.put(account, new Worth(equity, now));
    }
  }

  /** The account to ask for now, if it is time for one. */
  OptionalLong next(Instant now) {
    if (Duration.between(asked, now).abs().compareTo(between) < 0) {
      return OptionalLong.empty();
    }
    for (var entry : unpricedSince.entrySet()) {
      if (Duration.between(entry.getValue(), now).abs().compareTo(PATIENCE) >= 0) {
        long account = entry.getKey();
        asked = now;
        // To the end of the line.
        unpricedSince.remove(account);
        unpricedSince.put(account, entry.getValue());
        return OptionalLong.of(account);
      }
    }
    return OptionalLong.empty();
  }
}
