package io.plimsoll.engine.risk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One evaluation of one account: what was remembered, the plan and the numbers now. Pure. */
public final class Risk {
  static final String NOT_APPLIED = "plan.not-applied";
  static final String UNPRICED = "unpriced-position/";

  private Risk() {}

  /**
   * Where the account stands now. The order is fixed: the periods first, then each limit.
   *
   * @param last each number as known before, for closes and resets
   * @param nominalStart {@code account.evaluationSize}; null when the broker sent none
   */
  public static RiskState evaluate(
      RiskState before,
      Plan plan,
      Reading sent,
      Reading last,
      @Nullable Money nominalStart,
      Instant now) {
    var sentNow = Resets.fresh(before, sent);
    var begun = Resets.followed(Resets.watch(before, sentNow, now), plan, sentNow, now);
    // An account begun anew just now takes no notice of the maximum either.
    var reading = Resets.fresh(begun, sentNow);
    var started = begun.withStart(start(begun, plan, nominalStart));
    var whole = AtBroker.completed(applied(plan, started), reading.imposed());
    var by = standard(started, whole, reading, now);
    var inPeriod = AtBroker.watch(Periods.roll(started, by, reading, last), reading);
    var trailed = TrailingLimit.judge(inPeriod, by, reading, last);
    var day = PeriodLimits.judge(LossLimit.judge(trailed, by, reading), by, reading);
    var broker = BrokerLevel.judge(MarginLimit.judge(day, by, reading), by, reading);
    var held = ConsistencyLimit.judge(Contracts.judge(broker, by, reading), by);
    return remembered(signed(Windows.judge(held, by, reading), plan, reading), plan, reading);
  }

  /**
   * The state of an account that is known since its opening: its peaks and anchors are what it
   * begins with.
   *
   * @param start null when neither plan nor broker names one
   */
  public static RiskState opened(
      Plan plan, Money balance, Money equity, @Nullable Money start, Instant now) {
    var known = plan.start() == null ? start : plan.start();
    return begun(plan, balance, equity, known, true, now);
  }

  /**
   * @param began null while no start is known; no trailing drawdown holds then
   * @param grown whether the start counts toward the peak; a reset account begins at what it has,
   *     be it less
   */
  private static RiskState begun(
      Plan plan, Money balance, Money equity, @Nullable Money began, boolean grown, Instant now) {
    var drawdown = plan.trailing();
    var floor =
        drawdown == null || began == null
            ? null
            : TrailingFloor.from(
                peak(drawdown, balance, equity, began, grown), drawdown, began, false, now);
    return RiskState.FIRST_SEEN
        .withStart(began)
        .withTrailing(floor)
        .withDay(
            Period.begun(
                plan.session().sessionDate(now),
                anchor(plan.limits().dayAnchor(), balance, equity)))
        .withWeek(
            Period.begun(
                plan.session().weekDate(now), anchor(plan.limits().weekAnchor(), balance, equity)));
  }

  private static Money peak(
      TrailingDrawdown drawdown, Money balance, Money equity, Money began, boolean grown) {
    if (drawdown.moves() instanceof TrailingDrawdown.Moves.Never) {
      return began;
    }
    var worth = drawdown.basis() == TrailingDrawdown.Basis.EQUITY ? equity : balance;
    return grown ? began.max(worth) : worth;
  }

  /**
   * The same as if the resets and closes up to now had come and gone without any effect, for worked
   * cases in which one event happens alone.
   */
  public static RiskState passedOver(RiskState state, Plan plan, Instant now) {
    var floor = state.trailing();
    var day = state.day();
    var week = state.week();
    return state
        .withTrailing(floor == null ? null : floor.passed(now))
        .withDay(day == null ? null : day.dated(plan.session().sessionDate(now)))
        .withWeek(week == null ? null : week.dated(plan.session().weekDate(now)));
  }

  private static Money anchor(Anchor kind, Money balance, Money equity) {
    return switch (kind) {
      case BALANCE -> balance;
      case EQUITY, DAY_PEAK -> equity;
      case GREATER -> balance.max(equity);
    };
  }

  /** Whether the balances of past closes would tell the peak that is only estimated. */
  public static boolean wantsCloses(RiskState state, Plan plan) {
    var drawdown = plan.trailing();
    var floor = state.trailing();
    return drawdown != null
        && floor != null
        && floor.seeded()
        && drawdown.basis() == TrailingDrawdown.Basis.BALANCE
        && drawdown.moves() instanceof TrailingDrawdown.Moves.AtClose;
  }

  /**
   * The peak by past closes, oldest first; as it was where there are none. Deposits and payouts
   * after a close move its peak as they would have moved ours.
   */
  public static RiskState closed(RiskState state, Plan plan, List<PastCash> past) {
    var drawdown = plan.trailing();
    var highest = drawdown == null ? null : Trail.highest(drawdown, past);
    return highest == null ? state : closed(state, plan, highest);
  }

  /** The peak by the balances of past closes; no longer estimated. */
  public static RiskState closed(RiskState state, Plan plan, Money highest) {
    var drawdown = plan.trailing();
    var floor = state.trailing();
    var start = state.start();
    return drawdown == null || floor == null || start == null
        ? state
        : state
            .withTrailing(floor.proven(highest, drawdown, start, floor.moved()))
            .with(state.marks().with(state.latches().withdrawn(TrailingLimit.LIMIT)));
  }

  /** A deposit, or a payout when negative: no loss and no profit. */
  public static RiskState flowed(RiskState state, Plan plan, Money flow) {
    var day = state.day();
    var week = state.week();
    var shifted =
        state
            .with(state.history().withStaleMaximum())
            .withDay(day == null ? null : day.shifted(flow))
            .withWeek(week == null ? null : week.shifted(flow));
    var drawdown = plan.trailing();
    var floor = state.trailing();
    var start = state.start();
    return drawdown == null || floor == null || start == null || !drawdown.flowsShift()
        ? shifted
        : shifted.withTrailing(floor.shifted(flow, drawdown, start));
  }

  /**
   * A person, or the broker by a reset, begins the account anew: peaks, anchors and latches are
   * gone, and the numbers of latchings go on.
   */
  public static RiskState rebased(
      RiskState state, Plan plan, Money balance, Money equity, @Nullable Money start, Instant now) {
    var fresh = begun(plan, balance, equity, start, false, now);
    var latches =
        new Latches(Latches.NONE.open(), Latches.NONE.disarmed(), state.latches().count());
    return fresh
        .with(new Marks(latches, Marks.NONE.signs(), Marks.NONE.confirming()))
        .with(state.history().withStaleMaximum().suspecting(false));
  }

  /**
   * The broker seems to have reset the account: what looks like a loss may be none. Where that is
   * plain, or the plan says so, the account begins anew.
   *
   * @param unexplained by how much the cash changed without a reason that is known
   * @param reading with all that is in its cash
   */
  public static RiskState suspected(
      RiskState state, Plan plan, Money unexplained, Reading reading, Instant now) {
    return Resets.followed(state.with(state.history().suspecting(unexplained)), plan, reading, now);
  }

  /**
   * The evaluation with which another plan takes over. A floor does not fall by it, what a person
   * had let off is armed again, and what is in breach only by the new plan is proposed, not asked
   * for.
   *
   * @param old the plan that held the account until now
   */
  public static RiskState assigned(
      RiskState before,
      Plan old,
      Plan plan,
      Reading sent,
      Reading last,
      @Nullable Money nominalStart,
      Instant now) {
    var asBefore = evaluate(before, old, sent, last, nominalStart, now);
    var next = evaluate(under(before, old, plan, sent, now), plan, sent, last, nominalStart, now);
    var fresh = next.latches().openedSince(asBefore.latches());
    return next.with(next.marks().with(next.latches().proposed(fresh)));
  }

  private static RiskState under(
      RiskState state, Plan old, Plan plan, Reading reading, Instant now) {
    var start = plan.start() == null ? state.start() : plan.start();
    var floor = state.trailing();
    var armed = state.withStart(start).with(state.marks().with(state.latches().rearmed()));
    return start == null || floor == null || plan.trailing() == null
        ? armed
        : armed.withTrailing(
            Trail.under(floor, old.trailing(), plan.trailing(), start, reading, now));
  }

  /** A plan is not applied while a start that it needs is unknown; the broker's settings hold. */
  private static Plan applied(Plan plan, RiskState state) {
    return isApplied(plan, state) ? plan : plan.with(Limits.NONE, Set.of());
  }

  private static boolean isApplied(Plan plan, RiskState state) {
    return state.start() != null || !plan.limits().needStart();
  }

  /** A start stays for as long as a floor stands on it. */
  private static @Nullable Money start(RiskState before, Plan plan, @Nullable Money nominalStart) {
    if (before.trailing() == null && plan.start() != null) {
      return plan.start();
    }
    return before.start() == null ? nominalStart : before.start();
  }

  private static Standard standard(RiskState state, Plan plan, Reading reading, Instant now) {
    int needed = plan.conduct().evaluations();
    boolean fresh =
        isNews(reading.balance(), state.history().balance())
            || isNews(reading.equity(), state.history().equity());
    var moment =
        new Marks.Moment(
            now, reading.jumped() ? Math.max(2, needed) : needed, reading.equity() != null, fresh);
    return new Standard(plan, moment, state.history().resetSuspected());
  }

  /** What is unknown is none. */
  private static boolean isNews(@Nullable Money now, @Nullable Money before) {
    return now != null && !now.equals(before);
  }

  /** The numbers are kept only where evaluations are counted: else each tick would be news. */
  private static RiskState remembered(RiskState state, Plan plan, Reading reading) {
    boolean counted = plan.conduct().evaluations() > 1 || plan.conduct().jump() != null;
    return counted && reading.equity() != null
        ? state.with(state.history().evaluated(reading.balance(), reading.equity()))
        : state;
  }

  private static RiskState signed(RiskState state, Plan own, Reading reading) {
    var marks = state.marks().sign(NOT_APPLIED, !isApplied(own, state));
    var holdings = reading.holdings();
    if (holdings != null) {
      var unpriced = new TreeSet<String>();
      for (var holding : holdings) {
        if (!holding.priced()) {
          unpriced.add(holding.contract());
        }
      }
      marks = marks.signs(UNPRICED, unpriced);
    }
    return state.with(marks);
  }
}
