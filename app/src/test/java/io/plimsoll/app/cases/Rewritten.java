package io.plimsoll.app.cases;

import io.plimsoll.config.cases.WorkedCase;
import io.plimsoll.engine.risk.Amount;
import io.plimsoll.engine.risk.Limits;
import io.plimsoll.engine.risk.LossLadder;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.PeriodLimit;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.TrailingDrawdown;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A case with its plan written otherwise: dollars as percent of the start, and percent of the start
 * as dollars.
 */
final class Rewritten {
  private final Money start;

  private Rewritten(Money start) {
    this.start = start;
  }

  /** Empty where the plan names no start, or nothing in it can be written otherwise. */
  static Optional<WorkedCase> of(WorkedCase worked) {
    var plan = worked.plan();
    if (plan.start() == null || !plan.start().isPositive()) {
      return Optional.empty();
    }
    var other = new Rewritten(plan.start()).plan(plan);
    return other.equals(plan)
        ? Optional.empty()
        : Optional.of(
            new WorkedCase(
                worked.file(),
                worked.line(),
                worked.name(),
                worked.from(),
                other,
                worked.silent(),
                worked.steps()));
  }

  private Plan plan(Plan plan) {
    return new Plan(
        plan.name(),
        plan.accounts(),
        plan.start(),
        plan.session(),
        limits(plan.limits()),
        plan.warnAt(),
        plan.conduct(),
        plan.effective(),
        plan.brokers(),
        plan.version());
  }

  private Limits limits(Limits limits) {
    return new Limits(
        trailing(limits.trailing()),
        limits.dayAnchor(),
        limits.weekAnchor(),
        period(limits.dayLoss()),
        limits.lossLadders().stream().map(this::ladder).toList(),
        period(limits.weekLoss()),
        period(limits.dayProfit()),
        period(limits.weekProfit()),
        limits.margin(),
        limits.liquidateOnlyLevel(),
        limits.autoLiqLevel(),
        limits.contracts(),
        limits.consistency(),
        limits.flatBy(),
        limits.news());
  }

  private @Nullable TrailingDrawdown trailing(@Nullable TrailingDrawdown trailing) {
    return trailing == null
        ? null
        : new TrailingDrawdown(
            amount(trailing.amount()),
            trailing.basis(),
            trailing.moves(),
            trailing.cap(),
            trailing.fixed(),
            trailing.breach(),
            trailing.consequence(),
            trailing.until(),
            trailing.flowsShift());
  }

  private @Nullable PeriodLimit period(@Nullable PeriodLimit limit) {
    return limit == null
        ? null
        : new PeriodLimit(
            amount(limit.amount()),
            limit.steps().stream()
                .map(step -> new PeriodLimit.Step(step.from(), amount(step.amount())))
                .toList(),
            limit.stepsAtOnce(),
            limit.breach(),
            limit.realized(),
            limit.consequence(),
            limit.until());
  }

  private LossLadder ladder(LossLadder ladder) {
    return new LossLadder(
        rung(ladder.alert()),
        rung(ladder.liquidateOnly()),
        rung(ladder.autoLiquidate()),
        ladder.until());
  }

  private @Nullable Amount rung(@Nullable Amount rung) {
    return rung == null ? null : amount(rung);
  }

  private Amount amount(Amount amount) {
    return switch (amount) {
      case Amount.Fixed(var money) -> new Amount.Percent(percent(money), Amount.Base.START);
      case Amount.Percent(var percent, var of) ->
          of == Amount.Base.START ? new Amount.Fixed(start.percent(percent)) : amount;
    };
  }

  /** Exact enough that it gives the same dollars again. */
  private BigDecimal percent(Money money) {
    return money
        .toBigDecimal()
        .movePointRight(2)
        .divide(start.toBigDecimal(), MathContext.DECIMAL64);
  }
}
