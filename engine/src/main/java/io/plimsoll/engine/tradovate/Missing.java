package io.plimsoll.engine.tradovate;

import io.plimsoll.engine.tradovate.entity.EntityType;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An entity that was not sent and is needed.
 *
 * @param id its own, or that of its account
 */
public record Missing(EntityType type, long id) {
  /** Of these types, what no snapshot has of an account and is read over REST for each. */
  public static Set<Missing> beyondSnapshots(Collection<EntityType> followed, long account) {
    return followed.stream()
        .filter(EntityType::isReadForAccounts)
        .map(type -> new Missing(type, account))
        .collect(Collectors.toSet());
  }
}
