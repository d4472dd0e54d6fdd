package io.plimsoll.app.cases;

import io.plimsoll.config.cases.CaseAmount;
import io.plimsoll.config.cases.CaseEvent;
import io.plimsoll.config.cases.Input;
import io.plimsoll.config.cases.Raw;
import io.plimsoll.config.cases.WorkedCase;
import io.plimsoll.engine.action.Custody;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.Risk;
import io.plimsoll.engine.store.AccountRecord;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a case begins.
 *
 * @param at the time of its first step
 * @param size the account's evaluation size; null when the case gives none
 * @param balance the cash it begins with
 */
record Opening(WorkedCase worked, Instant at, @Nullable BigDecimal size, BigDecimal balance) {
  /** A snapshot is complete when nothing more came for so long. */
  private static final Duration SNAPSHOT = Duration.ofSeconds(1);

  /**
   * @throws CannotRun when nothing says how much cash there is
   */
  static Opening of(WorkedCase worked, Instant at) {
    var input = worked.steps().getFirst().input();
    var size = size(input);
    var start = worked.plan().start();
    var balance =
        input.balance() instanceof CaseAmount.Known(var told)
            ? told
            : start == null ? size : start.toBigDecimal();
    if (balance == null) {
      throw new CannotRun("the first step gives no balance, and the plan no start");
    }
    return new Opening(worked, at, size, balance);
  }

  private static @Nullable BigDecimal size(Input input) {
    return Optional.ofNullable(input.vendor().get(EntityType.ACCOUNT))
        .flatMap(accounts -> accounts.stream().findFirst())
        .map(account -> account.parts().get("evaluationSize"))
        .map(size -> size instanceof Raw.Plain(var number) ? new BigDecimal(number) : null)
        .orElse(null);
  }

  /** The cash the trade date began with. */
  BigDecimal startOfDay() {
    return worked.steps().getFirst().input().realized() instanceof CaseAmount.Known(var ofDay)
        ? balance.subtract(ofDay)
        : balance;
  }

  /** So early that the snapshot is complete at the first step, unless a boundary lies between. */
  Instant from() {
    var early = at.minus(SNAPSHOT);
    return worked.plan().nextBoundary(early).isAfter(at) ? early : at;
  }

  /** What the store remembers of an account that is known since its opening; else nothing. */
  List<AccountRecord> known(CaseAccount account) {
    var first = worked.steps().getFirst();
    if (first.event() != CaseEvent.Plain.OPEN) {
      return List.of();
    }
    var plan = worked.plan();
    var opened =
        Risk.opened(
            plan,
            Money.of(account.cash.amount()),
            Money.of(account.equity()),
            size == null ? null : Money.of(size),
            at);
    var risk =
        opened.earned(
            first.input().profitDays().stream().map(Money::of).toList(),
            plan.session().sessionDate(at));
    return List.of(
        new AccountRecord(
            WorkedCase.ACCOUNT, plan.name(), plan.version(), null, risk, Custody.FREE));
  }
}
