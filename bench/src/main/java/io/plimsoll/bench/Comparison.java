package io.plimsoll.bench;

import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What the engine knows of a type beside what the broker holds.
 *
 * @param missing ids the broker holds and the engine does not know
 * @param extra likewise the other way round
 * @param different ids both have, with something different in them
 * @param examples of the first few of these, in words
 */
record Comparison(
    EntityType type,
    int engine,
    int broker,
    List<Long> missing,
    List<Long> extra,
    List<Long> different,
    List<String> examples) {
  private static final int SHOWN = 3;

  /**
   * @param everything whether the engine must know all that the broker holds; else what it knows
   *     must be true
   */
  static Comparison of(
      EntityType type, Map<Long, Entity> engine, Map<Long, Entity> broker, boolean everything) {
    var missing = new ArrayList<Long>();
    var extra = new ArrayList<Long>();
    var different = new ArrayList<Long>();
    var ids = new TreeSet<>(engine.keySet());
    if (everything) {
      ids.addAll(broker.keySet());
    }
    var examples = new ArrayList<String>();
    for (long id : ids) {
      var ours = engine.get(id);
      var theirs = broker.get(id);
      if (Objects.equals(ours, theirs)) {
        continue;
      }
      (ours == null ? missing : theirs == null ? extra : different).add(id);
      if (examples.size() < SHOWN) {
        examples.add("engine %s, broker %s".formatted(ours, theirs));
      }
    }
    return new Comparison(type, engine.size(), broker.size(), missing, extra, different, examples);
  }

  boolean isEqual() {
    return missing.isEmpty() && extra.isEmpty() && different.isEmpty();
  }
}
