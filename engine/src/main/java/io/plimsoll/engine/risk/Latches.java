package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Restriction;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The limits an account has reached, and those a person has let it off.
 *
 * @param open by the limit's name
 * @param disarmed limits that neither latch nor ask until they were seen not in breach
 * @param count latchings so far, open or ended
 */
public record Latches(SortedMap<String, Latch> open, SortedSet<String> disarmed, long count) {
  public static final Latches NONE = new Latches(new TreeMap<>(), new TreeSet<>(), 0);

  public Latches {
    open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
    disarmed = Collections.unmodifiableSortedSet(new TreeSet<>(disarmed));
  }

  /** What a limit ends up asking for, and until when. */
  record Terms(String limit, Until until, Restriction consequence) {}

  /**
   * Latches a limit that is in breach.
   *
   * @param breached null when it is unknown, which changes nothing
   */
  Latches judge(Terms terms, @Nullable Boolean breached, Instant now) {
    if (breached == null || open.containsKey(terms.limit())) {
      return this;
    }
    if (disarmed.contains(terms.limit())) {
      return breached ? this : new Latches(open, without(Set.of(terms.limit())), count);
    }
    if (!breached) {
      return this;
    }
    var more = new TreeMap<>(open);
    more.put(
        terms.limit(),
        new Latch(terms.limit(), count + 1, now, terms.until(), terms.consequence()));
    return new Latches(more, disarmed, count + 1);
  }

  /** What was latched on a guess is judged again, now that it is known. */
  Latches withdrawn(String limit) {
    var others = new TreeMap<>(open);
    others.remove(limit);
    return new Latches(others, disarmed, count);
  }

  /** The period is over: soft latches end and their limits are armed again. */
  Latches reset(Set<String> softLimits) {
    var hard = new TreeMap<>(open);
    hard.values().removeIf(latch -> latch.until() == Until.NEXT_RESET);
    return new Latches(hard, without(softLimits), count);
  }

  /** A person has released the account. */
  Latches released() {
    return disarmed(open.keySet());
  }

  /** Limits that are latched here and were not before. */
  public Set<String> openedSince(Latches before) {
    var fresh = new TreeSet<>(open.keySet());
    fresh.removeAll(before.open.keySet());
    return fresh;
  }

  /**
   * Without these latches; their limits neither latch nor ask until they were seen not in breach.
   */
  Latches disarmed(Set<String> limits) {
    var rest = new TreeMap<>(open);
    rest.keySet().removeAll(limits);
    var off = new TreeSet<>(disarmed);
    off.addAll(limits);
    return new Latches(rest, off, count);
  }

  public boolean isOpen(String limit) {
    return open.containsKey(limit);
  }

  /** The oldest latch among those that ask for at least this. */
  public Optional<Latch> asking(Restriction restriction) {
    return open.values().stream()
        .filter(latch -> !restriction.isStricterThan(latch.consequence()))
        .min(Comparator.comparingLong(Latch::number));
  }

  private SortedSet<String> without(Set<String> limits) {
    var fewer = new TreeSet<>(disarmed);
    fewer.removeAll(limits);
    return fewer;
  }
}
