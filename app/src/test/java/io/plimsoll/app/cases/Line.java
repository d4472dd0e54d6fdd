package io.plimsoll.app.cases;

import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.Inbound;
import io.plimsoll.engine.tradovate.Quote;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What lies between the broker of a case and the engine. It may bring what one frame holds in
 * another order, and it can lose for a while what the broker has said.
 */
final class Line implements UnaryOperator<List<Inbound>> {
  private final @Nullable Random order;
  private final Map<Key, EntityChange> standing = new LinkedHashMap<>();
  private final Map<Long, Quote> prices = new LinkedHashMap<>();

  private record Key(EntityType type, long id) {
    static Key of(EntityChange change) {
      return switch (change) {
        case EntityChange.Upsert(var entity) -> new Key(EntityType.of(entity), entity.id());
        case EntityChange.Delete(var type, var id) -> new Key(type, id);
        case EntityChange.Unreadable(var type, var id, var _) -> new Key(type, id == null ? 0 : id);
      };
    }
  }

  private Line(@Nullable Random order) {
    this.order = order;
  }

  /** Brings everything as it was sent. */
  static Line straight() {
    return new Line(null);
  }

  /** Brings what each frame holds in some order. */
  static Line mixing(Random order) {
    return new Line(order);
  }

  @Override
  public List<Inbound> apply(List<Inbound> sent) {
    var brought = new ArrayList<Inbound>();
    for (var one : sent) {
      brought.add(
          order != null && one instanceof Inbound.Changes(var changes)
              ? new Inbound.Changes(mixed(changes, order))
              : one);
      keep(one);
    }
    return brought;
  }

  /** In some order, but what is said of one entity in the order in which it was said. */
  private static List<EntityChange> mixed(List<EntityChange> changes, Random order) {
    var places = new ArrayList<>(changes.stream().map(Key::of).toList());
    Collections.shuffle(places, order);
    var of = new LinkedHashMap<Key, List<EntityChange>>();
    changes.forEach(
        change -> of.computeIfAbsent(Key.of(change), first -> new ArrayList<>()).add(change));
    return places.stream().map(key -> of.getOrDefault(key, List.of()).removeFirst()).toList();
  }

  private void keep(Inbound inbound) {
    switch (inbound) {
      case Inbound.Changes(var changes) -> changes.forEach(this::keep);
      case Inbound.Quotes(var quotes) -> quotes.forEach(one -> prices.put(one.contractId(), one));
      case Inbound.PricesDown _ -> prices.clear();
      case Inbound.Snapshot _,
          Inbound.Fetched _,
          Inbound.Unquoted _,
          Inbound.Synchronizing _,
          Inbound.Down _,
          Inbound.PricesUp _,
          Inbound.Worth _ ->
          throw new IllegalArgumentException("the broker of a case does not send " + inbound);
    }
  }

  private void keep(EntityChange change) {
    switch (change) {
      case EntityChange.Upsert upsert -> standing.put(Key.of(upsert), upsert);
      case EntityChange.Delete gone -> standing.remove(Key.of(gone));
      case EntityChange.Unreadable _ -> {}
    }
  }

  /** The prices are lost, and the broker takes back what it has said of these types. */
  List<Inbound> lost(Set<EntityType> types) {
    var gone =
        standing.keySet().stream()
            .filter(key -> types.contains(key.type()))
            .<EntityChange>map(key -> new EntityChange.Delete(key.type(), key.id()))
            .toList();
    return List.of(new Inbound.PricesDown("lost in a test"), new Inbound.Changes(gone));
  }

  /**
   * All of it is as it was.
   *
   * @param held contracts: of no others does the broker send prices
   */
  List<Inbound> again(Set<EntityType> types, Collection<Long> held) {
    var same =
        standing.entrySet().stream()
            .filter(one -> types.contains(one.getKey().type()))
            .map(Map.Entry::getValue)
            .toList();
    var quotes = prices.values().stream().filter(one -> held.contains(one.contractId())).toList();
    return List.of(new Inbound.Changes(same), new Inbound.Quotes(quotes));
  }
}
