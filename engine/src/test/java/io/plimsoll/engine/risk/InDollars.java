package io.plimsoll.engine.risk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan with its percentages of anchors and the start as the dollars that they are just now. */
final class InDollars {
  private final RiskState now;

  private InDollars(RiskState now) {
    this.now = now;
  }

  static Plan of(Plan plan, RiskState now) {
    return plan.with(new InDollars(now).limits(plan.limits()), plan.brokers());
  }

  private Limits limits(Limits limits) {
    var day = now.day() == null ? null : now.day().base();
    var week = now.week() == null ? null : now.week().base();
    var trailing = limits.trailing();
    var changed =
        trailing == null
            ? limits
            : Altered.with(
                limits,
                "trailing",
                Altered.with(trailing, "amount", dollars(trailing.amount(), null)));
    changed = period(changed, "dayLoss", limits.dayLoss(), day);
    changed = period(changed, "dayProfit", limits.dayProfit(), day);
    changed = period(changed, "weekLoss", limits.weekLoss(), week);
    changed = period(changed, "weekProfit", limits.weekProfit(), week);
    return Altered.with(
        changed,
        "lossLadders",
        limits.lossLadders().stream().map(one -> ladder(one, day)).toList());
  }

  private Limits period(
      Limits limits, String name, @Nullable PeriodLimit limit, @Nullable Money anchor) {
    if (limit == null) {
      return limits;
    }
    List<PeriodLimit.Step> steps =
        limit.steps().stream()
            .map(step -> new PeriodLimit.Step(step.from(), dollars(step.amount(), anchor)))
            .toList();
    var amounts = Altered.with(limit, "amount", dollars(limit.amount(), anchor));
    return Altered.with(limits, name, Altered.with(amounts, "steps", steps));
  }

  private LossLadder ladder(LossLadder ladder, @Nullable Money anchor) {
    return new LossLadder(
        ladder.alert() == null ? null : dollars(ladder.alert(), anchor),
        ladder.liquidateOnly() == null ? null : dollars(ladder.liquidateOnly(), anchor),
        ladder.autoLiquidate() == null ? null : dollars(ladder.autoLiquidate(), anchor),
        ladder.until());
  }

  /** A percentage of what is not known yet stays one; so does one of the peak. */
  private Amount dollars(Amount amount, @Nullable Money anchor) {
    var dollars = Amount.dollars(amount, anchor, now.start());
    return dollars == null ? amount : new Amount.Fixed(dollars);
  }
}
