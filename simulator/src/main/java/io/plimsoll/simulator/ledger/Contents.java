package io.plimsoll.simulator.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the books are filled with, and how much of them is shown. {@code optional}: fields that the
 * vendor may send and the simulator does not need are there now and then, as the seed has it.
 * {@code unknown}: so are fields that no document has. {@code heldOnly}: a snapshot has only the
 * contracts, and their maturities, products and currencies, that an account holds or has held; the
 * others are to be fetched. {@code omitted}: which share of the entities of a type a snapshot
 * leaves out. {@code most}: no list has more entities; 0 is no limit. {@code rolls}: a new session
 * begins by itself at 17:00 in Chicago.
 */
public record Contents(
    boolean optional,
    boolean unknown,
    boolean heldOnly,
    Map<String, Double> omitted,
    int most,
    boolean rolls) {
  public Contents {
    omitted = Map.copyOf(omitted);
  }

  public static Contents full() {
    return new Contents(true, true, false, Map.of(), 10_000, false);
  }

  /** Only what the vendor always sends and what the simulator needs. */
  public static Contents plain() {
    return new Contents(false, false, false, Map.of(), 10_000, false);
  }

  public Contents heldOnly(boolean only) {
    return new Contents(optional, unknown, only, omitted, most, rolls);
  }

  /** The same entities are left out each time. */
  public Contents omitting(String type, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "The share of %s to be left out (%s) must be from 0 to 1.".formatted(type, share));
    }
    if (!EntityType.SYNCED.contains(new EntityType(type))) {
      throw new IllegalArgumentException(
          "Type (%s) is in no snapshot, so none can be left out; take one of %s."
              .formatted(
                  type,
                  EntityType.SYNCED.stream()
                      .map(EntityType::name)
                      .collect(Collectors.joining(", "))));
    }
    var more = new HashMap<>(omitted);
    more.put(type, share);
    return new Contents(optional, unknown, heldOnly, more, most, rolls);
  }

  public Contents atMost(int entities) {
    return new Contents(optional, unknown, heldOnly, omitted, entities, rolls);
  }

  public Contents rolling() {
    return new Contents(optional, unknown, heldOnly, omitted, most, true);
  }
}
