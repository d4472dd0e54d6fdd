package io.plimsoll.simulator.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The last state of every entity. Not safe for threads: whoever calls is in turn on the floor. */
public final class Books {
  private final Map<EntityType, NavigableMap<Long, Entity>> shelves = new LinkedHashMap<>();
  private final Map<Long, Map<EntityType, NavigableMap<Long, Entity>>> byAccount = new HashMap<>();
  private final Newest newest = new Newest();
  private final NavigableMap<Long, Entity> working = new TreeMap<>();

  public Books() {
    EntityType.KNOWN.forEach(type -> shelves.put(type, new TreeMap<>()));
  }

  public void put(Entity entity) {
    shelf(entity.type()).put(entity.id(), entity);
    ownerOf(entity)
        .ifPresent(account -> {
          var shelf = shelf(account, entity.type());
          shelf.put(entity.id(), entity);
          newest.changed(account, entity, shelf.values());
        });
    if (entity.type().equals(EntityType.ORDER)) {
      if (entity.text("ordStatus").filter(Paper.ALIVE::contains).isPresent()) {
        working.put(entity.id(), entity);
      } else {
        working.remove(entity.id());
      }
    }
  }

  public void remove(Entity entity) {
    var known = shelf(entity.type()).get(entity.id());
    if (known != null) {
      ownerOf(known)
          .ifPresent(account -> {
            var shelf = shelf(account, known.type());
            shelf.remove(known.id());
            newest.changed(account, known, shelf.values());
          });
      shelf(known.type()).remove(known.id());
      if (known.type().equals(EntityType.ORDER)) {
        working.remove(known.id());
      }
    }
  }

  public Optional<Entity> find(EntityType type, long id) {
    return Optional.ofNullable(shelf(type).get(id));
  }

  public Entity get(EntityType type, long id) {
    return find(type, id)
        .orElseThrow(() ->
            new IllegalStateException(
                "The books have no %s %d; open it first.".formatted(type.name(), id)));
  }

  public Collection<Entity> all(EntityType type) {
    return shelf(type).values();
  }

  public Collection<Entity> of(long account, EntityType type) {
    return shelf(account, type).values();
  }

  public List<EntityType> types() {
    return List.copyOf(shelves.keySet());
  }

  /** By name in any letter case, as paths are matched. */
  public Optional<EntityType> typeNamed(String name) {
    var wanted = name.toLowerCase(Locale.ROOT);
    return shelves.keySet().stream()
        .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }

  /** The newest row: several may exist, one for each trade date. */
  public Optional<Entity> position(long account, long contract) {
    return newest.position(account, contract);
  }

  /** The newest row of every contract the account ever held. */
  public Stream<Entity> positions(long account) {
    return newest.positions(account).stream();
  }

  public Optional<Entity> cash(long account) {
    return newest.cash(account);
  }

  /** Every order that may still trade. */
  Collection<Entity> working() {
    return working.values();
  }

  /**
   * The account an entity belongs to, through its order, command or position where it names none
   * itself.
   */
  public OptionalLong ownerOf(Entity entity) {
    return switch (entity.type().name()) {
      case "account", "accountRiskStatus", "marginSnapshot", "userAccountAutoLiq" ->
          OptionalLong.of(entity.id());
      case "fill", "orderVersion", "command" ->
          ownerThrough(EntityType.ORDER, entity.whole("orderId"));
      case "commandReport" -> ownerThrough(EntityType.COMMAND, entity.whole("commandId"));
      case "fillPair" -> ownerThrough(EntityType.POSITION, entity.whole("positionId"));
      case "fillFee" -> ownerThrough(EntityType.FILL, entity.id());
      case "orderStrategyLink" ->
          ownerThrough(EntityType.ORDER_STRATEGY, entity.whole("orderStrategyId"));
      case "userAccountRiskParameter" ->
          ownerThrough(EntityType.POSITION_LIMIT, entity.whole("userAccountPositionLimitId"));
      case "adminAlertSignal" -> named(entity, "relatedToAccountId");
      default -> named(entity, "accountId");
    };
  }

  private static OptionalLong named(Entity entity, String field) {
    var account = entity.whole(field);
    return account == 0 ? OptionalLong.empty() : OptionalLong.of(account);
  }

  private OptionalLong ownerThrough(EntityType parent, long id) {
    return find(parent, id).map(this::ownerOf).orElse(OptionalLong.empty());
  }

  private NavigableMap<Long, Entity> shelf(EntityType type) {
    return shelves.computeIfAbsent(type, any -> new TreeMap<>());
  }

  private NavigableMap<Long, Entity> shelf(long account, EntityType type) {
    return byAccount
        .computeIfAbsent(account, any -> new HashMap<>())
        .computeIfAbsent(type, any -> new TreeMap<>());
  }
}
