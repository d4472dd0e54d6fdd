package io.plimsoll.engine.book;

import io.plimsoll.engine.tradovate.entity.CashBalance;
import io.plimsoll.engine.tradovate.entity.CashBalanceLog;
import io.plimsoll.engine.tradovate.entity.CashBalanceLog.CashChangeType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes of an account's cash that no trade and no fee explains: a deposit, a payout, a reset.
 * They must not look like a loss or a profit until the broker's own log has been read. One thread.
 */
public final class CashWatch {
  /** So long a trade may take to show beside its cash. */
  private static final Duration TRADE = Duration.ofSeconds(2);

  /** So long the log may take to be read; after that it is asked for again. */
  private static final Duration ANSWER = Duration.ofSeconds(15);

  /** The log and the balance are written by the same broker, a moment apart. */
  private static final Duration NEAR = Duration.ofMinutes(10);

  /** What beside a trade is a fee of it. */
  private static final BigDecimal LARGEST_FEE = BigDecimal.valueOf(100);

  private final List<Open> open = new ArrayList<>();
  private final Set<Long> used = new HashSet<>();

  /** By currency; also what was taken back since. */
  private final Map<Long, CashBalance> newest = new HashMap<>();

  private boolean watching;
  private boolean traded;
  private @Nullable Instant lastTrade;

  /**
   * A change that is not explained yet.
   *
   * @param from when the row before it was written
   * @param since when it was first looked at; null before
   */
  private record Open(
      Instant from,
      CashBalance row,
      BigDecimal amount,
      @Nullable Instant since,
      @Nullable Instant asked,
      boolean isAnew) {}

  /** What a change turned out to be. */
  public sealed interface Verdict {
    /** Money that came, or went when negative: no profit and no loss. */
    record Flow(BigDecimal amount, long currency) implements Verdict {}

    /** Trading or a fee: it counts as it does. */
    record Counts() implements Verdict {}

    /** Nothing explains it: whoever asked leaves it out until a person has said what it is. */
    record Unexplained(BigDecimal amount, long currency) implements Verdict {}
  }

  /**
   * The newest row of a currency now. What comes again is no change, nor are the rows of several
   * trade dates that arrive before the first reading.
   */
  void saw(CashBalance now) {
    var before = newest.get(now.currencyId());
    if (before != null
        && (before.equals(now) || AccountPage.NEWEST_BALANCE.compare(now, before) < 0)) {
      return;
    }
    newest.put(now.currencyId(), now);
    if (watching && before != null) {
      changed(before, now);
    }
  }

  private void changed(CashBalance before, CashBalance now) {
    var change = now.amount().subtract(before.amount()).subtract(realized(before, now));
    if (change.signum() != 0) {
      open.add(new Open(before.timestamp(), now, change, null, null, isAnew(before, now)));
    }
  }

  /** What the rows themselves call realized; nothing where they do not say. */
  private static BigDecimal realized(CashBalance before, CashBalance now) {
    var later = now.realizedPnL();
    if (later == null) {
      return BigDecimal.ZERO;
    }
    var earlier = before.realizedPnL();
    boolean sameDay = before.tradeDate().equals(now.tradeDate());
    return isAnew(before, now) || (sameDay && earlier == null)
        ? BigDecimal.ZERO
        : sameDay ? later.subtract(earlier) : later;
  }

  /**
   * Within a trade date no trade changes what the day began with, and hardly any brings what was
   * realized to exactly nothing: the account seems to begin anew, and the log is asked.
   */
  private static boolean isAnew(CashBalance before, CashBalance now) {
    var realized = now.realizedPnL();
    boolean zeroed =
        realized != null && realized.signum() == 0 && isAnother(before.realizedPnL(), realized);
    return before.tradeDate().equals(now.tradeDate())
        && (zeroed || isAnother(before.amountSOD(), now.amountSOD()));
  }

  private static boolean isAnother(@Nullable BigDecimal before, @Nullable BigDecimal now) {
    return before != null && now != null && before.compareTo(now) != 0;
  }

  void sawTrade() {
    traded = true;
  }

  /** To be asked before each reading: what has become explained by a trade is forgotten. */
  public void look(Instant now) {
    watching = true;
    if (traded) {
      traded = false;
      lastTrade = now;
    }
    open.replaceAll(one ->
        one.since() == null
            ? new Open(one.from(), one.row(), one.amount(), now, one.asked(), one.isAnew())
            : one);
    open.removeIf(this::isOfTrade);
  }

  /**
   * With a realized figure beside it only fees are left over; without one all of it is the trade.
   */
  private boolean isOfTrade(Open one) {
    var trade = lastTrade;
    var since = one.since();
    if (trade == null || since == null) {
      return false;
    }
    var apart = Duration.between(trade, since).abs();
    boolean fee = one.amount().signum() < 0 && one.amount().abs().compareTo(LARGEST_FEE) <= 0;
    return !one.isAnew() && apart.compareTo(TRADE) <= 0 && (fee || one.row().realizedPnL() == null);
  }

  /** What is left out of all numbers for now, by currency. */
  List<CashBalance> leftOut() {
    return open.stream()
        .map(one ->
            new CashBalance(
                one.row().id(),
                one.row().accountId(),
                one.row().timestamp(),
                one.row().tradeDate(),
                one.row().currencyId(),
                one.amount(),
                null,
                null,
                null))
        .toList();
  }

  /** Whether something waits for its explanation. */
  public boolean isOpen() {
    return !open.isEmpty();
  }

  /** Whether the broker's log is to be read now; said for each change, and again if none came. */
  public boolean mustAsk(Instant now) {
    boolean ask =
        open.stream()
            .anyMatch(one ->
                one.asked() == null
                    ? isOver(one.since(), TRADE, now)
                    : isOver(one.asked(), ANSWER, now));
    if (ask) {
      open.replaceAll(
          one -> new Open(one.from(), one.row(), one.amount(), one.since(), now, one.isAnew()));
    }
    return ask;
  }

  private static boolean isOver(@Nullable Instant begun, Duration time, Instant now) {
    return begun != null && Duration.between(begun, now).compareTo(time) >= 0;
  }

  /**
   * What the log says of one change; empty while there is nothing to say. Ask until it is empty.
   *
   * @param read whether the log was read since it was asked for
   */
  public Optional<Verdict> verdict(List<CashBalanceLog> log, boolean read) {
    for (var one : open) {
      var lines = log.stream().filter(line -> isWithin(line, one)).toList();
      if (!lines.isEmpty()) {
        open.remove(one);
        return Optional.of(verdict(lines, one));
      }
      if (one.asked() != null && read) {
        open.remove(one);
        return Optional.of(new Verdict.Unexplained(one.amount(), one.row().currencyId()));
      }
    }
    return Optional.empty();
  }

  private boolean isWithin(CashBalanceLog line, Open one) {
    return !used.contains(line.id())
        && line.timestamp().isAfter(one.from())
        && !line.timestamp().isAfter(one.row().timestamp().plus(NEAR));
  }

  /** The flows among the lines; what is left of the change is trading, or fees. */
  private Verdict verdict(List<CashBalanceLog> lines, Open one) {
    var flows =
        lines.stream()
            .filter(line -> isFlow(line.cashChangeType()))
            .map(CashBalanceLog::delta)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean flowed = flows.signum() != 0 && isPartOf(flows, one);
    lines.stream()
        .filter(line -> flowed || !isFlow(line.cashChangeType()))
        .forEach(line -> used.add(line.id()));
    return flowed ? new Verdict.Flow(flows, one.row().currencyId()) : new Verdict.Counts();
  }

  /**
   * Whether money paid in or out can be in this change. Else it is another's, or counted as
   * realized already: beside a fee that comes late it would leave out what is not in it.
   */
  private static boolean isPartOf(BigDecimal flows, Open one) {
    return one.isAnew()
        || one.row().realizedPnL() == null
        || (flows.signum() == one.amount().signum()
            && flows.abs().compareTo(one.amount().abs().add(LARGEST_FEE)) <= 0);
  }

  /** Whether cash that changed so was paid in or out, and not earned or lost. */
  public static boolean isFlow(@Nullable CashChangeType type) {
    return type == CashChangeType.FundTransaction
        || type == CashChangeType.ManualAdjustment
        || type == CashChangeType.AutomaticReconciliation;
  }
}
