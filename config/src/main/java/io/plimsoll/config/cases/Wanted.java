package io.plimsoll.config.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What something must be. */
public sealed interface Wanted {
  /** Dollars, to the cent, or further where further decimals are written. */
  record Amount(BigDecimal amount) implements Wanted {}

  /** From 0 up, compared to as many decimals as are written, and two where none are. */
  record Percent(BigDecimal percent) implements Wanted {}

  /** Contracts, which weights may make fractions. */
  record Quantity(BigDecimal quantity) implements Wanted {}

  /** Has never been known. */
  record Unknown() implements Wanted {}

  record Count(int count) implements Wanted {}

  record Flag(boolean flag) implements Wanted {}

  record Word(String word) implements Wanted {}

  record Date(LocalDate date) implements Wanted {}

  /** Of each kind exactly so many, and none of a kind that is left out. */
  record Counts(SortedMap<String, Integer> counts) implements Wanted {
    public Counts {
      var some = new TreeMap<>(counts);
      some.values().removeIf(count -> count == 0);
      counts = Collections.unmodifiableSortedMap(some);
    }
  }

  /** Exactly these, in any order. */
  record Names(SortedSet<String> names) implements Wanted {
    public Names {
      names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    public static Names of(Collection<String> names) {
      return new Names(new TreeSet<>(names));
    }
  }
}
