package io.plimsoll.engine.shard;

import io.plimsoll.engine.action.AccountView;
import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.action.Custody;
import io.plimsoll.engine.book.AccountPage;
import io.plimsoll.engine.fact.AccountFigures;
import io.plimsoll.engine.fact.AccountRisk;
import io.plimsoll.engine.fact.ActionProof;
import io.plimsoll.engine.risk.Facts;
import io.plimsoll.engine.risk.Holding;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.Reading;
import io.plimsoll.engine.risk.RiskState;
import io.plimsoll.engine.store.AccountRecord;
import io.plimsoll.engine.store.Assignment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything the shard keeps of one account besides the book. Only the shard's thread touches it.
 */
final class Watch {
  /** Its first quote may take a moment. */
  private static final Duration UNPRICED = Duration.ofSeconds(10);

  final long accountId;
  final String name;

  /** The text that the account is held to, whatever is written now. */
  Plan plan;

  /** The plan that a person has assigned and that does not hold it yet; null for none. */
  @Nullable Assigned assigned;

  RiskState risk;
  Custody custody;
  Reading last = Reading.UNKNOWN;
  Reading now = Reading.UNKNOWN;
  AccountView view;
  ActionProof proof = ActionProof.FINE;

  /** The one action under way; its step must end before the next is decided. */
  @Nullable Action action;

  /** When this life of the process first judged the account. */
  Instant followedSince = Instant.EPOCH;

  /** When something waits to be decided that no event announces; null when nothing does. */
  @Nullable Instant later;

  /** Contracts without a price, and when that begins to matter. */
  private final Map<String, Instant> unpriced = new HashMap<>();

  /** When to judge it again though nothing comes in; null when time alone changes nothing. */
  @Nullable Instant again;

  /** Something durable changed that is not yet on its way to the disk. */
  boolean dirty;

  Watch(long accountId, String name, Plan plan, RiskState risk, Custody custody, AccountView view) {
    this.accountId = accountId;
    this.name = name;
    this.plan = plan;
    this.risk = risk;
    this.custody = custody;
    this.view = view;
  }

  /**
   * @param atOnce as soon as equity is known; else from the next reset on
   */
  record Assigned(Plan plan, boolean atOnce) {
    Assignment remembered() {
      return new Assignment(plan.name(), plan.version(), atOnce);
    }
  }

  AccountRisk fact() {
    return Facts.risk(accountId, plan, risk, now, proof);
  }

  AccountFigures figures() {
    return Facts.figures(accountId, plan, risk, last);
  }

  /**
   * The reading as far as it can be believed: closing trades get a moment to show everywhere, the
   * broker's maximum a moment to be matched by a price.
   */
  Reading believed(AccountPage page, Reading reading, Instant time) {
    boolean unsettled = !page.settling().isSettled(time);
    var maximum = page.maximum().ripe(time);
    again = unsettled ? time : page.maximum().next();
    var ripe = reading.withMaximum(maximum == null ? null : Money.of(maximum));
    return unsettled ? ripe.unsettled() : ripe;
  }

  /** A position without a price is one only when it has had none for a while. */
  Reading patient(Reading reading, Instant time) {
    var holdings = reading.holdings();
    if (holdings == null) {
      return reading;
    }
    var seen = new ArrayList<Holding>();
    for (var holding : holdings) {
      seen.add(holding.priced() || isLong(holding, time) ? holding : holding.withPrice());
    }
    unpriced.keySet().removeIf(name -> holdings.stream().noneMatch(one -> isUnpriced(one, name)));
    return reading.withHoldings(seen);
  }

  private boolean isLong(Holding holding, Instant time) {
    var end = unpriced.computeIfAbsent(holding.contract(), name -> time.plus(UNPRICED));
    if (time.isBefore(end)) {
      wakeAt(end);
      return false;
    }
    return true;
  }

  private static boolean isUnpriced(Holding holding, String contract) {
    return !holding.priced() && holding.contract().equals(contract);
  }

  /** Judged again then at the latest; null changes nothing. */
  void wakeAt(@Nullable Instant time) {
    if (time != null && (again == null || time.isBefore(again))) {
      again = time;
    }
  }

  AccountRecord record() {
    return new AccountRecord(
        accountId,
        plan.name(),
        plan.version(),
        assigned == null ? null : assigned.remembered(),
        risk,
        custody);
  }

  void become(RiskState next) {
    if (!next.equals(risk)) {
      risk = next;
      dirty = true;
    }
  }

  void become(Custody next) {
    if (!next.equals(custody)) {
      custody = next;
      dirty = true;
    }
  }
}
