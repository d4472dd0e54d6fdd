package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.AccountFigures;
import io.plimsoll.engine.fact.AccountRisk;
import io.plimsoll.engine.fact.ActionProof;
import io.plimsoll.engine.fact.DataQuality;
import io.plimsoll.engine.fact.Restriction;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What rules see of an account: its states, and on demand its numbers. */
public final class Facts {
  private Facts() {}

  public static AccountRisk risk(
      long accountId, Plan plan, RiskState state, Reading now, ActionProof proof) {
    return new AccountRisk(
        accountId,
        plan.name(),
        state.trailingLevel(),
        state.trailingBand(),
        trailingConsequence(plan, state),
        state.dayLoss(),
        state.margin(),
        state.liquidateOnlyLevel(),
        promised(state, BrokerLevel.LIMIT, plan.liquidateOnlyLevel()),
        isKnown(plan, now) ? DataQuality.KNOWN : DataQuality.UNKNOWN_INPUT,
        proof);
  }

  private static boolean isKnown(Plan plan, Reading now) {
    return now.balance() != null
        && now.equity() != null
        && (plan.marginUsed() == null || now.usedMargin() != null);
  }

  /** A floor whose peak is only estimated asks for nothing, latched or not. */
  private static Restriction trailingConsequence(Plan plan, RiskState state) {
    var drawdown = plan.trailingDrawdown();
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
    var equity = last.equity();
    var floor = state.trailing();
    var anchor = state.dayAnchor();
    var dayPnl = equity == null || anchor == null ? null : equity.minus(anchor);
    var dayLoss = dayPnl == null ? null : dayPnl.negate().max(Money.ZERO);
    var margin = last.usedMargin();
    return new AccountFigures(
        accountId,
        decimal(last.balance()),
        decimal(last.openPnl()),
        decimal(equity),
        floor == null ? null : decimal(floor.peak()),
        floor == null ? null : decimal(floor.floor()),
        floor == null || equity == null ? null : decimal(floor.room(equity)),
        floor == null || equity == null ? null : TrailingLimit.usedUp(floor, equity),
        decimal(anchor),
        decimal(dayPnl),
        decimal(dayLoss),
        percent(dayLoss, anchor),
        rung(plan, LossLadder::alert, state),
        rung(plan, LossLadder::liquidateOnly, state),
        rung(plan, LossLadder::autoLiquidate, state),
        decimal(margin),
        percent(margin, equity),
        plan.marginUsed() == null ? null : plan.marginUsed().alert(),
        plan.marginUsed() == null ? null : plan.marginUsed().liquidateOnly(),
        plan.marginUsed() == null ? null : plan.marginUsed().autoLiquidate(),
        decimal(last.liqOnlyLevel()));
  }

  /** Where a rung of the day's loss lies, in percent of the anchor. */
  private static @Nullable BigDecimal rung(
      Plan plan, Function<LossLadder, @Nullable Amount> rung, RiskState state) {
    var anchor = state.dayAnchor();
    return plan.dailyLossLadder() == null || anchor == null
        ? null
        : percent(
            LossLimit.line(rung.apply(plan.dailyLossLadder()), anchor, state.start()), anchor);
  }

  private static @Nullable BigDecimal percent(@Nullable Money part, @Nullable Money whole) {
    return part == null || whole == null || !whole.isPositive() ? null : part.percentOf(whole);
  }

  private static @Nullable BigDecimal decimal(@Nullable Money money) {
    return money == null ? null : money.toBigDecimal();
  }
}
