package io.plimsoll.simulator.wire;

import io.plimsoll.simulator.ledger.Books;
import io.plimsoll.simulator.ledger.Contents;
import io.plimsoll.simulator.ledger.Entity;
import io.plimsoll.simulator.ledger.EntityType;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Which entities a sync request is answered with: those it may see, less what is left out. */
final class Snapshot {
  private static final Set<EntityType> REFERENCE =
      Set.of(
          EntityType.CONTRACT,
          EntityType.CONTRACT_MATURITY,
          EntityType.PRODUCT,
          EntityType.CURRENCY);

  private final Books books;
  private final Contents contents;
  private final long seed;

  Snapshot(Books books, Contents contents, long seed) {
    this.books = books;
    this.contents = contents;
    this.seed = seed;
  }

  List<Entity> of(Subscription subscription) {
    var shown = contents.heldOnly() ? held() : Set.<Entity>of();
    Predicate<Entity> isShown =
        entity ->
            !contents.heldOnly() || !REFERENCE.contains(entity.type()) || shown.contains(entity);
    return books.types().stream()
        .filter(EntityType::inSync)
        .filter(subscription::seesType)
        .flatMap(type -> books.all(type).stream())
        .filter(entity -> subscription.sees(entity, books))
        .filter(isShown)
        .filter(entity -> !isOmitted(entity))
        .toList();
  }

  /** The contracts that any account holds or has held, and what stands behind each. */
  private Set<Entity> held() {
    var held = new HashSet<Entity>();
    for (var position : books.all(EntityType.POSITION)) {
      books
          .find(EntityType.CONTRACT, position.whole("contractId"))
          .ifPresent(contract -> {
            held.add(contract);
            var _ =
                behind(contract, "contractMaturityId", EntityType.CONTRACT_MATURITY, held)
                    .flatMap(maturity -> behind(maturity, "productId", EntityType.PRODUCT, held))
                    .flatMap(product -> behind(product, "currencyId", EntityType.CURRENCY, held));
          });
    }
    return held;
  }

  private Optional<Entity> behind(Entity from, String field, EntityType type, Set<Entity> held) {
    var found = books.find(type, from.whole(field));
    found.ifPresent(held::add);
    return found;
  }

  private boolean isOmitted(Entity entity) {
    var share = contents.omitted().get(entity.type().name());
    return share != null
        && new SplittableRandom(Objects.hash(seed, entity.type().name(), entity.id())).nextDouble()
            < share;
  }
}
