package io.plimsoll.engine.shard;

import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.Inbound;
import io.plimsoll.engine.tradovate.Missing;
import io.plimsoll.engine.tradovate.Quote;
import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.OfAccount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that a rehearsal was told of the broker, as the broker would tell it again. One thread. */
final class Fed {
  private final Map<Key, EntityChange.Upsert> entities = new LinkedHashMap<>();
  private final Map<Long, Quote> prices = new LinkedHashMap<>();

  private record Key(EntityType type, long id) {}

  void keep(Inbound inbound) {
    switch (inbound) {
      case Inbound.Snapshot(var changes) -> changes.forEach(this::keep);
      case Inbound.Changes(var changes) -> changes.forEach(this::keep);
      case Inbound.Fetched(var asked, var found, var unread) -> found.forEach(this::keep);
      case Inbound.Quotes(var quotes) -> quotes.forEach(this::keep);
      case Inbound.PricesDown _ -> prices.clear();
      case Inbound.Unquoted(var contract) -> prices.remove(contract);
      case Inbound.Synchronizing _, Inbound.Down _, Inbound.PricesUp _, Inbound.Worth _ -> {}
    }
  }

  private void keep(EntityChange change) {
    switch (change) {
      case EntityChange.Upsert upsert ->
          entities.put(new Key(EntityType.of(upsert.entity()), upsert.entity().id()), upsert);
      case EntityChange.Delete(var type, var id) -> entities.remove(new Key(type, id));
      case EntityChange.Unreadable _ -> {}
    }
  }

  private void keep(Quote quote) {
    prices.merge(quote.contractId(), quote, (old, fresh) -> fresh.after(old));
  }

  List<EntityChange> snapshot() {
    return List.copyOf(entities.values());
  }

  /** As a new subscription brings them. */
  List<Quote> prices(Set<Long> contracts) {
    return prices.values().stream()
        .filter(quote -> contracts.contains(quote.contractId()))
        .toList();
  }

  /** What a read over REST finds. */
  List<EntityChange.Upsert> find(Set<Missing> missing) {
    return entities.values().stream()
        .filter(known -> missing.stream().anyMatch(one -> isOne(known.entity(), one)))
        .toList();
  }

  private static boolean isOne(Entity entity, Missing missing) {
    return EntityType.of(entity) == missing.type()
        && (entity.id() == missing.id()
            || (entity instanceof OfAccount owned && owned.accountId() == missing.id()));
  }
}
