package io.plimsoll.engine.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The limits set for an account at the broker, which enforces them itself. By the vendor's names.
 * Losses are positive dollars, percentages 0 to 100.
 *
 * @param numbers absent, zero and 1e8 and more mean no limit, and are left out
 * @param endOfDay whether the broker's trail moves at the close only
 * @param flattenAt when the broker closes everything once
 * @param locked of {@code doNotUnlock} and {@code changesLocked} those that are set
 */
public record Imposed(
    SortedMap<String, BigDecimal> numbers,
    boolean endOfDay,
    @Nullable Instant flattenAt,
    SortedSet<String> locked) {
  public static final Imposed NOTHING = new Imposed(new TreeMap<>(), false, null, new TreeSet<>());

  private static final String TRAIL = "trailingMaxDrawdown";

  /** Where the floor of the trail stops: the higher, the stricter, and none is the strictest. */
  private static final String CAP = "trailingMaxDrawdownLimit";

  private static final BigDecimal OFF = BigDecimal.valueOf(100_000_000);

  public Imposed {
    numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
    locked = Collections.unmodifiableSortedSet(new TreeSet<>(locked));
  }

  /**
   * From what the vendor sends: the sign of a loss means nothing.
   *
   * @param sent by the vendor's names; null where absent
   */
  public static Imposed of(
      Map<String, @Nullable BigDecimal> sent,
      boolean endOfDay,
      @Nullable Instant flattenAt,
      SortedSet<String> locked) {
    var numbers = new TreeMap<String, BigDecimal>();
    sent.forEach((name, value) -> {
      if (value != null && value.signum() != 0 && value.abs().compareTo(OFF) < 0) {
        numbers.put(name, plain(value.abs()));
      }
    });
    return new Imposed(numbers, endOfDay, flattenAt, locked);
  }

  /** 70 and 70.00 are the same, and neither is 7E+1. */
  private static BigDecimal plain(BigDecimal value) {
    var shortest = value.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  @Nullable BigDecimal number(String name) {
    return numbers.get(name);
  }

  boolean isLocked(String flag) {
    return locked.contains(flag);
  }

  /** Percentages from 0 to 1, which are fractions by mistake. */
  SortedSet<String> suspicious() {
    var odd = new TreeSet<String>();
    numbers.forEach((name, value) -> {
      if (name.contains("Percentage") && value.compareTo(BigDecimal.ONE) <= 0) {
        odd.add(name);
      }
    });
    return odd;
  }

  /** Limits that are larger or gone since, and locks that were taken away. */
  SortedSet<String> weakerThan(Imposed before) {
    var weaker = new TreeSet<String>();
    before.numbers.forEach((name, value) -> {
      var now = numbers.get(name);
      if (!name.equals(CAP) && (now == null || now.compareTo(value) > 0)) {
        weaker.add(name);
      }
    });
    if (before.numbers.containsKey(TRAIL) && isLower(number(CAP), before.number(CAP))) {
      weaker.add(CAP);
    }
    before.locked.stream().filter(flag -> !locked.contains(flag)).forEach(weaker::add);
    return weaker;
  }

  private static boolean isLower(@Nullable BigDecimal cap, @Nullable BigDecimal than) {
    return cap != null && (than == null || cap.compareTo(than) < 0);
  }

  /** Of each limit the stricter of both. */
  Imposed stricter(Imposed other) {
    var strictest = new TreeMap<>(numbers);
    other.numbers.forEach((name, value) -> strictest.merge(name, value, BigDecimal::min));
    var cap = stricterCap(other);
    if (cap == null) {
      strictest.remove(CAP);
    } else {
      strictest.put(CAP, cap);
    }
    var all = new TreeSet<>(locked);
    all.addAll(other.locked);
    return new Imposed(strictest, endOfDay, flattenAt, all);
  }

  /** Null for none. A cap without a trail says nothing. */
  private @Nullable BigDecimal stricterCap(Imposed other) {
    var mine = number(CAP);
    var theirs = other.number(CAP);
    if (!numbers.containsKey(TRAIL)) {
      return theirs;
    }
    return !other.numbers.containsKey(TRAIL) || isLower(theirs, mine) ? mine : theirs;
  }
}
