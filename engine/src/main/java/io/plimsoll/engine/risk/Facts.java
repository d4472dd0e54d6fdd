package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.AccountFigures;
import io.plimsoll.engine.fact.AccountRisk;
import io.plimsoll.engine.fact.ActionProof;
import io.plimsoll.engine.fact.DataQuality;
import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.fact.Restriction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rules see of an account: its states, and on demand its numbers. */
public final class Facts {
  private Facts() {}

  public static AccountRisk risk(
      long accountId, Plan own, RiskState state, Reading now, ActionProof proof) {
    var plan = AtBroker.completed(own, now.imposed());
    var limits = plan.limits();
    var marks = state.marks();
    var contracts = limits.contracts();
    var consistency = limits.consistency();
    return new AccountRisk(
        accountId,
        plan.name(),
        marks.has(Risk.NOT_APPLIED),
        plan.trailing() == null && !state.isReached(TrailingLimit.LIMIT)
            ? Level.NONE
            : state.trailingLevel(),
        state.trailingBand(),
        trailingConsequence(plan, state),
        state.trailing() != null && state.trailing().seeded(),
        marks.has(TrailingLimit.UNCERTAIN),
        marks.has(TrailingLimit.MISSED_CLOSE),
        marks.has(TrailingLimit.DRIFT),
        state.dayLoss(),
        LossLimit.reached(marks),
        level(state, PeriodLimits.DAY_LOSS, limits.dayLoss() != null),
        promised(state, PeriodLimits.DAY_LOSS, consequence(limits.dayLoss())),
        level(state, PeriodLimits.WEEK_LOSS, limits.weekLoss() != null),
        promised(state, PeriodLimits.WEEK_LOSS, consequence(limits.weekLoss())),
        level(state, PeriodLimits.DAY_PROFIT, limits.dayProfit() != null),
        promised(state, PeriodLimits.DAY_PROFIT, consequence(limits.dayProfit())),
        level(state, PeriodLimits.WEEK_PROFIT, limits.weekProfit() != null),
        promised(state, PeriodLimits.WEEK_PROFIT, consequence(limits.weekProfit())),
        state.margin(),
        MarginLimit.reached(marks),
        level(state, BrokerLevel.LIQUIDATE_ONLY, isLevel(now.liqOnlyLevel())),
        promised(state, BrokerLevel.LIQUIDATE_ONLY, limits.liquidateOnlyLevel()),
        level(state, BrokerLevel.AUTO_LIQ, isLevel(now.autoLiqLevel())),
        promised(state, BrokerLevel.AUTO_LIQ, limits.autoLiqLevel()),
        marks.allAfter(Contracts.OVER),
        promised(
            state, Contracts.LIMIT, contracts == null ? Restriction.NONE : contracts.consequence()),
        level(state, ConsistencyLimit.LIMIT, consistency != null),
        promised(
            state,
            ConsistencyLimit.LIMIT,
            consistency == null ? Restriction.NONE : consistency.consequence()),
        marks.has(Windows.FLAT_BY),
        marks.allAfter(Windows.NEWS),
        marks.has(Windows.FLATTEN_OPEN),
        marks.has(Windows.FLATTEN_MISSED),
        marks.allAfter(AtBroker.WEAKENED),
        marks.has(Resets.SUSPECTED),
        marks.has(Periods.PENDING),
        marks.has(Periods.NOT_POSITIVE),
        marks.allAfter(Risk.UNPRICED),
        state.latches().disarmed(),
        marks.allAfter(AtBroker.SUSPICIOUS),
        isKnown(plan, now) ? DataQuality.KNOWN : DataQuality.UNKNOWN_INPUT,
        proof);
  }

  /** All limits that hold an account: those of its plan, completed by those set at the broker. */
  public static Plan inForce(Plan own, Reading last) {
    return AtBroker.completed(own, last.imposed());
  }

  private static boolean isLevel(@Nullable Money level) {
    return level != null && level.isPositive();
  }

  private static Level level(RiskState state, String limit, boolean holds) {
    if (state.isReached(limit)) {
      return Level.REACHED;
    }
    return holds ? Level.CLEAR : Level.NONE;
  }

  private static Restriction consequence(@Nullable PeriodLimit limit) {
    return limit == null ? Restriction.NONE : limit.consequence();
  }

  private static boolean isKnown(Plan plan, Reading now) {
    return now.balance() != null
        && now.equity() != null
        && (plan.limits().margin() == null || now.usedMargin() != null);
  }

  /** A floor whose peak is only estimated asks for nothing, latched or not. */
  private static Restriction trailingConsequence(Plan plan, RiskState state) {
    var drawdown = plan.trailing();
    boolean estimated = state.trailing() != null && state.trailing().seeded();
    var asks = drawdown == null || estimated ? Restriction.NONE : drawdown.consequence();
    return promised(state, TrailingLimit.LIMIT, asks);
  }

  /** What was promised when the limit was reached stands, whatever the plan says since. */
  private static Restriction promised(RiskState state, String limit, Restriction otherwise) {
    var latch = state.latches().open().get(limit);
    return latch == null ? otherwise : latch.consequence();
  }

  /**
   * @param last each number as last known
   */
  public static AccountFigures figures(long accountId, Plan plan, RiskState state, Reading last) {
    return new Figures(plan, state, last).of(accountId);
  }

  /**
   * Every level of equity at which a limit of the account is reached, the highest first: it is the
   * one reached first. Limits that are not a matter of equity have none.
   *
   * @param last each number as last known
   */
  public static List<Floor> floors(Plan plan, RiskState state, Reading last) {
    return Floors.of(plan, state, last);
  }
}
