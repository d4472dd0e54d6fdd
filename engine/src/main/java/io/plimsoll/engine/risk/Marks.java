package io.plimsoll.engine.risk;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an account: limits reached, which stay, and signs, which come and go. Whatever is
 * unknown leaves both as they are.
 *
 * @param signs such as {@code trailing-drawdown.near/90%}
 * @param confirming by limit, how many known evaluations in a row were in breach
 */
public record Marks(
    Latches latches, SortedSet<String> signs, SortedMap<String, Integer> confirming) {
  public static final Marks NONE = new Marks(Latches.NONE, new TreeSet<>(), new TreeMap<>());

  public Marks {
    signs = Collections.unmodifiableSortedSet(new TreeSet<>(signs));
    confirming = Collections.unmodifiableSortedMap(new TreeMap<>(confirming));
  }

  /**
   * One evaluation.
   *
   * @param needed evaluations in breach before a limit is reached
   * @param known whether equity is: only such evaluations are counted
   * @param fresh whether a price or the balance has changed since the last
   */
  record Moment(Instant now, int needed, boolean known, boolean fresh) {}

  /**
   * Latches a limit that is in breach, once that is confirmed.
   *
   * @param breached null when it is unknown, which changes nothing
   */
  Marks judge(Latches.Terms terms, @Nullable Boolean breached, Moment moment) {
    var limit = terms.limit();
    if (breached == null || latches.isOpen(limit)) {
      return this;
    }
    if (!breached) {
      return with(latches.armed(limit)).confirmed(limit, 0);
    }
    int before = confirming.getOrDefault(limit, 0);
    if ((before > 0 && !moment.fresh()) || (moment.needed() > 1 && !moment.known())) {
      // Also where fewer are needed by now: after a restart nobody knows of the jump any more.
      return this;
    }
    return before + 1 < moment.needed()
        ? confirmed(limit, before + 1)
        : with(latches.latched(terms, moment.now())).confirmed(limit, 0);
  }

  /**
   * A sign is there or not.
   *
   * @param on null when it is unknown, which changes nothing
   */
  Marks sign(String name, @Nullable Boolean on) {
    if (on == null || on == signs.contains(name)) {
      return this;
    }
    var changed = new TreeSet<>(signs);
    if (on) {
      changed.add(name);
    } else {
      changed.remove(name);
    }
    return new Marks(latches, changed, confirming);
  }

  /** Of the signs that begin so, exactly these are there. */
  Marks signs(String start, Set<String> ends) {
    var changed = new TreeSet<>(signs);
    changed.removeIf(sign -> sign.startsWith(start));
    ends.forEach(end -> changed.add(start + end));
    return changed.equals(signs) ? this : new Marks(latches, changed, confirming);
  }

  Marks with(Latches next) {
    return next.equals(latches) ? this : new Marks(next, signs, confirming);
  }

  /** What follows the start in the one sign that begins so; empty when there is none. */
  String after(String start) {
    return signs.stream()
        .filter(sign -> sign.startsWith(start))
        .map(sign -> sign.substring(start.length()))
        .findFirst()
        .orElse("");
  }

  SortedSet<String> allAfter(String start) {
    var ends = new TreeSet<String>();
    for (var sign : signs) {
      if (sign.startsWith(start)) {
        ends.add(sign.substring(start.length()));
      }
    }
    return ends;
  }

  boolean has(String sign) {
    return signs.contains(sign);
  }

  private Marks confirmed(String limit, int count) {
    if (confirming.getOrDefault(limit, 0) == count) {
      return this;
    }
    var counts = new TreeMap<>(confirming);
    if (count == 0) {
      counts.remove(limit);
    } else {
      counts.put(limit, count);
    }
    return new Marks(latches, signs, counts);
  }
}
