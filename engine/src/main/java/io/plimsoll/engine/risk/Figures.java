package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.AccountFigures;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The numbers of an account as rules and people see them. */
final class Figures {
  private final Plan plan;
  private final Limits limits;
  private final RiskState state;
  private final Reading last;

  /**
   * @param last each number as last known
   */
  Figures(Plan plan, RiskState state, Reading last) {
    this.plan = AtBroker.completed(plan, last.imposed());
    this.limits = this.plan.limits();
    this.state = state;
    this.last = last;
  }

  AccountFigures of(long accountId) {
    var equity = last.equity();
    var floor = state.trailing();
    var day = state.day();
    var week = state.week();
    var dayPnl = minus(worth(limits.dayLoss()), state.dayAnchor());
    var weekPnl = minus(worth(limits.weekLoss()), state.weekAnchor());
    var margin = limits.margin();
    var contracts = limits.contracts();
    var share = share();
    return new AccountFigures(
        accountId,
        decimal(last.balance()),
        decimal(last.openPnl()),
        decimal(equity),
        decimal(state.start()),
        floor == null ? null : decimal(floor.peak()),
        floor == null ? null : decimal(floor.floor()),
        floor == null ? null : decimal(floor.highest()),
        floor == null || equity == null ? null : decimal(floor.room(equity)),
        floor == null || equity == null ? null : TrailingLimit.usedUp(floor, equity),
        decimal(state.dayAnchor()),
        decimal(dayPnl),
        decimal(loss(dayPnl)),
        percent(loss(dayPnl), day == null ? null : day.base()),
        rungPercent(LossLadder::alert),
        rungPercent(LossLadder::liquidateOnly),
        rungPercent(LossLadder::autoLiquidate),
        rungFloor(LossLadder::alert),
        rungFloor(LossLadder::liquidateOnly),
        rungFloor(LossLadder::autoLiquidate),
        decimal(line(limits.dayLoss(), day)),
        decimal(line(limits.dayProfit(), day)),
        decimal(ceiling(day, week)),
        decimal(state.weekAnchor()),
        decimal(weekPnl),
        decimal(loss(weekPnl)),
        decimal(line(limits.weekLoss(), week)),
        decimal(line(limits.weekProfit(), week)),
        decimal(last.usedMargin()),
        percent(last.usedMargin(), equity),
        margin == null ? null : margin.alert(),
        margin == null ? null : margin.liquidateOnly(),
        margin == null ? null : margin.autoLiquidate(),
        decimal(last.liqOnlyLevel()),
        decimal(last.autoLiqLevel()),
        contracts == null || last.holdings() == null
            ? null
            : Contracts.used(contracts, last.holdings()),
        contracts == null ? null : Contracts.most(contracts, state, last),
        share == null ? null : share.share(),
        share == null ? null : decimal(share.needed()),
        share == null ? null : decimal(share.missing()));
  }

  private ConsistencyLimit.@Nullable Share share() {
    var limit = limits.consistency();
    return limit == null ? null : ConsistencyLimit.share(limit, state.history().days().values());
  }

  /** Where the plan counts realized profit and loss only, the balance. */
  private @Nullable Money worth(@Nullable PeriodLimit limit) {
    return limit != null && limit.realized() ? last.balance() : last.equity();
  }

  private @Nullable Money line(@Nullable PeriodLimit limit, @Nullable Period period) {
    return limit == null || period == null ? null : PeriodLimits.line(limit, period, state, last);
  }

  /** The nearer of the two targets. */
  private @Nullable Money ceiling(@Nullable Period day, @Nullable Period week) {
    var ofDay = target(limits.dayProfit(), day);
    var ofWeek = target(limits.weekProfit(), week);
    return ofDay == null ? ofWeek : ofWeek == null ? ofDay : ofDay.min(ofWeek);
  }

  private @Nullable Money target(@Nullable PeriodLimit limit, @Nullable Period period) {
    var line = line(limit, period);
    return line == null || period == null || period.anchor() == null
        ? null
        : period.anchor().plus(line);
  }

  private @Nullable BigDecimal rungPercent(Function<LossLadder, @Nullable Amount> rung) {
    var day = state.day();
    return percent(LossLimit.line(plan, rung, state), day == null ? null : day.base());
  }

  private @Nullable BigDecimal rungFloor(Function<LossLadder, @Nullable Amount> rung) {
    return decimal(minus(state.dayAnchor(), LossLimit.line(plan, rung, state)));
  }

  private static @Nullable Money loss(@Nullable Money pnl) {
    return pnl == null ? null : pnl.negate().max(Money.ZERO);
  }

  private static @Nullable Money minus(@Nullable Money from, @Nullable Money what) {
    return from == null || what == null ? null : from.minus(what);
  }

  private static @Nullable BigDecimal percent(@Nullable Money part, @Nullable Money whole) {
    return part == null || whole == null || !whole.isPositive() ? null : part.percentOf(whole);
  }

  private static @Nullable BigDecimal decimal(@Nullable Money money) {
    return money == null ? null : money.toBigDecimal();
  }
}
