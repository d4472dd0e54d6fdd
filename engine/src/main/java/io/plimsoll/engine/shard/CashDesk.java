package io.plimsoll.engine.shard;

import io.plimsoll.engine.book.AccountPage;
import io.plimsoll.engine.book.CashWatch;
import io.plimsoll.engine.book.Valuation;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.PastCash;
import io.plimsoll.engine.risk.Reading;
import io.plimsoll.engine.risk.Risk;
import io.plimsoll.engine.tradovate.Missing;
import io.plimsoll.engine.tradovate.entity.CashBalanceLog;
import io.plimsoll.engine.tradovate.entity.CashBalanceLog.CashChangeType;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deposits and payouts: what no trade explains is left out of an account's numbers until the
 * broker's log of its cash says what it was. One thread.
 */
final class CashDesk {
  private static final Logger LOG = LoggerFactory.getLogger(CashDesk.class);

  private final Map<Long, List<CashBalanceLog>> logs = new HashMap<>();
  private final Set<Missing> wanted = new HashSet<>();

  /** Accounts whose log was asked for past closes. */
  private final Set<Long> searched = new HashSet<>();

  /** Accounts whose log was read since it was asked for. */
  private final Set<Long> answered = new HashSet<>();

  /** The broker's log as it was read, or told. */
  void hear(CashBalanceLog line) {
    logs.computeIfAbsent(line.accountId(), account -> new ArrayList<>()).add(line);
  }

  /** These logs were read, whatever stood in them. */
  void answered(Set<Missing> read) {
    read.stream()
        .filter(one -> one.type() == EntityType.CASH_BALANCE_LOG)
        .forEach(one -> answered.add(one.id()));
  }

  /** The reading without what is not explained; the account's state with what was a flow. */
  Reading settled(
      Watch watch, AccountPage page, Reading reading, Valuation valuation, Instant now) {
    var cash = page.cash();
    cash.look(now);
    if (cash.isOpen()) {
      explain(watch, cash, reading, valuation, now);
    }
    var unexplained = watch.risk.history().leftOut();
    if (!cash.isOpen() && unexplained == null) {
      return reading;
    }
    watch.again = cash.isOpen() ? now : watch.again;
    var open = valuation.leftOut(page);
    var rest = unexplained == null ? reading : reading.without(unexplained);
    // The broker's maximum may have it in already.
    return (open == null ? rest.unsettled() : rest.without(open)).withMaximum(null);
  }

  private void explain(
      Watch watch, CashWatch cash, Reading reading, Valuation valuation, Instant now) {
    if (cash.mustAsk(now)) {
      answered.remove(watch.accountId);
      wanted.add(new Missing(EntityType.CASH_BALANCE_LOG, watch.accountId));
    }
    var known = logs.getOrDefault(watch.accountId, List.of());
    boolean read = answered.contains(watch.accountId);
    for (var verdict = cash.verdict(known, read);
        verdict.isPresent();
        verdict = cash.verdict(known, read)) {
      follow(watch, verdict.get(), reading, valuation, now);
    }
  }

  /** After each evaluation: what of the log is of use yet, and what may go. */
  void evaluated(Watch watch, AccountPage page) {
    if (Risk.wantsCloses(watch.risk, watch.plan)) {
      closes(watch);
    }
    if (!page.cash().isOpen()) {
      logs.remove(watch.accountId);
    }
  }

  /** Past closes stand in the log too, as new sessions; it is read once for them. */
  private void closes(Watch watch) {
    if (searched.add(watch.accountId)) {
      wanted.add(new Missing(EntityType.CASH_BALANCE_LOG, watch.accountId));
    }
    var past = past(logs.getOrDefault(watch.accountId, List.of()));
    watch.become(Risk.closed(watch.risk, watch.plan, past));
  }

  /** Closes and flows, oldest first: a peak from before a payout would raise the floor by it. */
  private static List<PastCash> past(List<CashBalanceLog> lines) {
    var past = new ArrayList<PastCash>();
    lines.stream()
        .sorted(
            Comparator.comparing(CashBalanceLog::timestamp).thenComparingLong(CashBalanceLog::id))
        .forEach(line -> {
          if (line.cashChangeType() == CashChangeType.NewSession && line.amount() != null) {
            past.add(new PastCash.Close(Money.of(line.amount())));
          } else if (CashWatch.isFlow(line.cashChangeType())) {
            past.add(new PastCash.Flow(Money.of(line.delta())));
          }
        });
    return past;
  }

  private static void follow(
      Watch watch, CashWatch.Verdict verdict, Reading raw, Valuation valuation, Instant now) {
    var line =
        LOG.atInfo()
            .setMessage("cash changed without a trade")
            .addKeyValue("account", watch.accountId)
            .addKeyValue("verdict", verdict);
    switch (verdict) {
      case CashWatch.Verdict.Flow(var amount, var currency) -> {
        var dollars = valuation.inDollars(amount, currency);
        if (dollars != null) {
          watch.become(Risk.flowed(watch.risk, watch.plan, dollars));
        }
      }
      case CashWatch.Verdict.Counts() -> {}
      case CashWatch.Verdict.Unexplained(var amount, var currency) -> {
        var dollars = valuation.inDollars(amount, currency);
        var unexplained = dollars == null ? Money.ZERO : dollars;
        watch.become(Risk.suspected(watch.risk, watch.plan, unexplained, raw, now));
      }
    }
    line.log();
  }

  /** The accounts whose log is to be read; said once. */
  Set<Missing> takeWanted() {
    var taken = Set.copyOf(wanted);
    wanted.clear();
    return taken;
  }
}
