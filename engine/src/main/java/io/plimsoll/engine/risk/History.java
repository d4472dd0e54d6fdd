package io.plimsoll.engine.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What must be remembered of earlier evaluations.
 *
 * @param days profit of each day that has ended, by its session date
 * @param earned the highest balance that a day began with, or that was reached where steps of
 *     limits count at once: they are reached by it
 * @param resetEquity the equity last known when the day ended, while the new one is pending
 * @param resetOf the day it is the anchor of
 * @param strictest the strictest limits seen at the broker in this session; null before any
 * @param balance of the last evaluation, kept only where evaluations are counted
 * @param equity likewise
 * @param maximum the broker's equity maximum of the trade date as last seen
 * @param maximumOf that trade date
 * @param staleMaximum what the maximum was before a deposit or payout: it counts no more
 * @param mostContracts the band in force since the last close; null before the first
 * @param bandSince when it was chosen
 * @param flattened the broker's flatten time that was dealt with last
 * @param resetSuspected whether the broker seems to have reset the account, until a person says
 * @param leftOut cash that nothing explains, and that counts neither as profit nor as loss until
 *     then; null when there is none
 */
public record History(
    SortedMap<LocalDate, Money> days,
    @Nullable Money earned,
    @Nullable Money resetEquity,
    @Nullable LocalDate resetOf,
    @Nullable Imposed strictest,
    @Nullable Money balance,
    @Nullable Money equity,
    @Nullable Money maximum,
    @Nullable LocalDate maximumOf,
    @Nullable Money staleMaximum,
    @Nullable BigDecimal mostContracts,
    @Nullable Instant bandSince,
    @Nullable Instant flattened,
    boolean resetSuspected,
    @Nullable Money leftOut) {
  public static final History NONE =
      new History(
          new TreeMap<>(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          false,
          null);

  /** More than any rule of a broker counts. */
  private static final int MOST_DAYS = 400;

  public History {
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
  }

  History withDay(LocalDate date, Money profit) {
    var more = new TreeMap<>(days);
    more.put(date, profit);
    while (more.size() > MOST_DAYS) {
      more.pollFirstEntry();
    }
    return withDays(more);
  }

  public History withDays(SortedMap<LocalDate, Money> other) {
    return new History(
        other,
        earned,
        resetEquity,
        resetOf,
        strictest,
        balance,
        equity,
        maximum,
        maximumOf,
        staleMaximum,
        mostContracts,
        bandSince,
        flattened,
        resetSuspected,
        leftOut);
  }

  /** A day begins with this balance; null while it is unknown. */
  History begun(@Nullable Money balanceThen) {
    var most =
        balanceThen == null || (earned != null && balanceThen.isAtMost(earned))
            ? earned
            : balanceThen;
    return new History(
        days,
        most,
        null,
        null,
        strictest,
        balance,
        equity,
        maximum,
        maximumOf,
        staleMaximum,
        mostContracts,
        bandSince,
        flattened,
        resetSuspected,
        leftOut);
  }

  /** The balance has reached this, in the middle of a day. */
  History reached(Money most) {
    return earned != null && most.isAtMost(earned)
        ? this
        : new History(
            days,
            most,
            resetEquity,
            resetOf,
            strictest,
            balance,
            equity,
            maximum,
            maximumOf,
            staleMaximum,
            mostContracts,
            bandSince,
            flattened,
            resetSuspected,
            leftOut);
  }

  /** The day has ended, and this was the equity. */
  History ended(LocalDate next, @Nullable Money lastEquity) {
    return new History(
        days,
        earned,
        lastEquity,
        next,
        strictest,
        balance,
        equity,
        maximum,
        maximumOf,
        staleMaximum,
        mostContracts,
        bandSince,
        flattened,
        resetSuspected,
        leftOut);
  }

  History withStrictest(@Nullable Imposed imposed) {
    return new History(
        days,
        earned,
        resetEquity,
        resetOf,
        imposed,
        balance,
        equity,
        maximum,
        maximumOf,
        staleMaximum,
        mostContracts,
        bandSince,
        flattened,
        resetSuspected,
        leftOut);
  }

  History evaluated(@Nullable Money cash, @Nullable Money worth) {
    return new History(
        days,
        earned,
        resetEquity,
        resetOf,
        strictest,
        cash,
        worth,
        maximum,
        maximumOf,
        staleMaximum,
        mostContracts,
        bandSince,
        flattened,
        resetSuspected,
        leftOut);
  }

  History withMaximum(@Nullable Money seen, @Nullable LocalDate date) {
    return new History(
        days,
        earned,
        resetEquity,
        resetOf,
        strictest,
        balance,
        equity,
        seen,
        date,
        staleMaximum,
        mostContracts,
        bandSince,
        flattened,
        resetSuspected,
        leftOut);
  }

  /** The maximum as it was says nothing after a deposit or a payout. */
  History withStaleMaximum() {
    return new History(
        days,
        earned,
        resetEquity,
        resetOf,
        strictest,
        balance,
        equity,
        null,
        null,
        maximum == null ? staleMaximum : maximum,
        mostContracts,
        bandSince,
        flattened,
        resetSuspected,
        leftOut);
  }

  History withBand(@Nullable BigDecimal most, Instant since) {
    return new History(
        days,
        earned,
        resetEquity,
        resetOf,
        strictest,
        balance,
        equity,
        maximum,
        maximumOf,
        staleMaximum,
        most,
        since,
        flattened,
        resetSuspected,
        leftOut);
  }

  History withFlattened(Instant at) {
    return new History(
        days,
        earned,
        resetEquity,
        resetOf,
        strictest,
        balance,
        equity,
        maximum,
        maximumOf,
        staleMaximum,
        mostContracts,
        bandSince,
        at,
        resetSuspected,
        leftOut);
  }

  /** The broker seems to have reset the account, and this much more of its cash is left out. */
  History suspecting(Money unexplained) {
    return new History(
        days,
        earned,
        resetEquity,
        resetOf,
        strictest,
        balance,
        equity,
        maximum,
        maximumOf,
        staleMaximum,
        mostContracts,
        bandSince,
        flattened,
        true,
        leftOut == null ? unexplained : leftOut.plus(unexplained));
  }

  History suspecting(boolean reset) {
    return new History(
        days,
        earned,
        resetEquity,
        resetOf,
        strictest,
        balance,
        equity,
        maximum,
        maximumOf,
        staleMaximum,
        mostContracts,
        bandSince,
        flattened,
        reset,
        reset ? leftOut : null);
  }
}
