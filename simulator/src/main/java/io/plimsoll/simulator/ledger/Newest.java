package io.plimsoll.simulator.ledger;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Of the rows that an account has one of for each trade date, the newest: its cash, and its
 * position in each contract it ever held.
 */
final class Newest {
  private static final Comparator<Entity> AGE =
      Comparator.comparing((Entity row) -> TradeDates.of(row)).thenComparingLong(Entity::id);

  private final Map<Long, Entity> cash = new HashMap<>();
  private final Map<Long, Map<Long, Entity>> positions = new HashMap<>();

  /** A row was written or taken away; {@code rows} are all of its type that the account has now. */
  void changed(long account, Entity row, Collection<Entity> rows) {
    if (row.type().equals(EntityType.CASH_BALANCE)) {
      keep(cash, account, rows.stream().max(AGE));
    } else if (row.type().equals(EntityType.POSITION)) {
      var contract = row.whole("contractId");
      keep(
          positions.computeIfAbsent(account, any -> new LinkedHashMap<>()),
          contract,
          rows.stream().filter(each -> each.whole("contractId") == contract).max(AGE));
    }
  }

  Optional<Entity> cash(long account) {
    return Optional.ofNullable(cash.get(account));
  }

  Optional<Entity> position(long account, long contract) {
    return Optional.ofNullable(positions.getOrDefault(account, Map.of()).get(contract));
  }

  Collection<Entity> positions(long account) {
    return positions.getOrDefault(account, Map.of()).values();
  }

  private static void keep(Map<Long, Entity> map, long key, Optional<Entity> newest) {
    newest.ifPresentOrElse(row -> map.put(key, row), () -> map.remove(key));
  }
}
