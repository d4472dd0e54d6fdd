package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.AccountFigures;
import io.plimsoll.engine.fact.AccountRisk;
import io.plimsoll.engine.fact.ActionProof;
import io.plimsoll.engine.fact.DataQuality;
import io.plimsoll.engine.fact.Restriction;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What rules see of an account: its states, and on demand its numbers. */
public final class Facts {
  private Facts() {}

  public static AccountRisk risk(
      long accountId, Plan plan, RiskState state, Reading now, ActionProof proof) {
    boolean known = now.balance() != null && now.equity() != null;
    return new AccountRisk(
        accountId,
        plan.name(),
        state.trailingLevel(),
        state.trailingBand(),
        trailingConsequence(plan, state),
        state.dayLoss(),
        state.margin(),
        state.liquidateOnlyLevel(),
        plan.liquidateOnlyLevel(),
        known ? DataQuality.KNOWN : DataQuality.UNKNOWN_INPUT,
        proof);
  }

  /** What was promised when the floor was reached stands, whatever the plan says since. */
  private static Restriction trailingConsequence(Plan plan, RiskState state) {
    var latch = state.latches().open().get(TrailingLimit.LIMIT);
    if (latch != null) {
      return latch.consequence();
    }
    return plan.trailingDrawdown() == null
        ? Restriction.NONE
        : plan.trailingDrawdown().consequence();
  }

  /**
   * @param last each number as last known
   */
  public static AccountFigures figures(long accountId, RiskState state, Reading last) {
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
        decimal(margin),
        percent(margin, equity),
        decimal(last.liqOnlyLevel()));
  }

  private static @Nullable BigDecimal percent(@Nullable Money part, @Nullable Money whole) {
    return part == null || whole == null || !whole.isPositive() ? null : part.percentOf(whole);
  }

  private static @Nullable BigDecimal decimal(@Nullable Money money) {
    return money == null ? null : money.toBigDecimal();
  }
}
