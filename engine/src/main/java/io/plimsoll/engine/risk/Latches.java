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
import java.util.function.Predicate;

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

  /**
   * What a limit ends up asking for, and until when.
   *
   * @param wanted by the plan
   * @param inDoubt whether that is only proposed
   * @param brokers whether the broker enforces the limit itself
   */
  record Terms(String limit, Until until, Restriction wanted, boolean inDoubt, boolean brokers) {
    Terms(String limit, Until until, Restriction wanted) {
      this(limit, until, wanted, false, false);
    }

    private Latch latch(long number, Instant now) {
      var consequence = inDoubt ? Restriction.NONE : wanted;
      return new Latch(limit, number, now, until, consequence, wanted, brokers);
    }
  }

  /** Latches the limit, unless it is latched or disarmed. */
  Latches latched(Terms terms, Instant now) {
    if (open.containsKey(terms.limit()) || disarmed.contains(terms.limit())) {
      return this;
    }
    var more = new TreeMap<>(open);
    more.put(terms.limit(), terms.latch(count + 1, now));
    return new Latches(more, disarmed, count + 1);
  }

  /** The limit was seen not in breach: it may latch again. */
  Latches armed(String limit) {
    return disarmed.contains(limit) ? new Latches(open, without(Set.of(limit)), count) : this;
  }

  /** What was latched on a guess is judged again, now that it is known. */
  Latches withdrawn(String limit) {
    var others = new TreeMap<>(open);
    others.remove(limit);
    return new Latches(others, disarmed, count);
  }

  /** Ends the latches of which this is so, and arms these limits again. */
  Latches ended(Predicate<Latch> over, Set<String> rearmed) {
    var rest = new TreeMap<>(open);
    rest.values().removeIf(over);
    return new Latches(rest, without(rearmed), count);
  }

  /** These ask for nothing by themselves; what they want is a proposal. */
  Latches proposed(Set<String> limits) {
    var all = new TreeMap<>(open);
    all.replaceAll((limit, latch) -> limits.contains(limit) ? latch.proposed() : latch);
    return new Latches(all, disarmed, count);
  }

  /** All limits may latch again. */
  Latches rearmed() {
    return new Latches(open, NONE.disarmed, count);
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
        .filter(latch -> latch.consequence() != Restriction.FLATTEN)
        .filter(latch -> !restriction.isStricterThan(latch.consequence()))
        .min(Comparator.comparingLong(Latch::number));
  }

  /** Whether the broker itself enforces every open limit that asks for at least this. */
  public boolean allBrokers(Restriction restriction) {
    return open.values().stream()
        .filter(latch -> !restriction.isStricterThan(latch.consequence()))
        .allMatch(Latch::brokers);
  }

  /** The oldest latch that wants the account flat and nothing more. */
  public Optional<Latch> flattening() {
    return open.values().stream()
        .filter(latch -> latch.consequence() == Restriction.FLATTEN)
        .min(Comparator.comparingLong(Latch::number));
  }

  private SortedSet<String> without(Set<String> limits) {
    var fewer = new TreeSet<>(disarmed);
    fewer.removeAll(limits);
    return fewer;
  }
}
