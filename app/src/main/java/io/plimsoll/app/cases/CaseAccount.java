package io.plimsoll.app.cases;

import io.plimsoll.config.cases.CaseAmount;
import io.plimsoll.config.cases.Input;
import io.plimsoll.engine.tradovate.entity.AdminAction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The account of a case as it is at the broker, and how a step changes it. */
final class CaseAccount {
  private static final Set<AdminAction> LOCKING =
      Set.of(AdminAction.LockTradingImmediately, AdminAction.LiquidateImmediately);

  final Holdings holdings = new Holdings();
  Cash cash;

  /** Whether the broker says how much cash there is. */
  boolean cashTold = true;

  /** Null while the broker does not say it. */
  @Nullable BigDecimal usedMargin = BigDecimal.ZERO;

  AdminAction admin = AdminAction.Normal;
  @Nullable Instant adminAt;

  CaseAccount(BigDecimal balance, Instant now) {
    this.cash = Cash.of(balance, now);
  }

  /** What a step does to the cash. */
  record Change(BigDecimal traded, BigDecimal flow) {}

  /** The account after the step. */
  Change become(Input input) {
    input.prices().forEach(this::price);
    var realized = input.namesPositions() ? trade(input) : BigDecimal.ZERO;
    var flow = input.cashFlow() == null ? BigDecimal.ZERO : input.cashFlow();
    var change =
        new Change(balance(input, realized, flow).subtract(cash.amount()).subtract(flow), flow);
    cash = cash.moved(flow).traded(change.traded());
    if (input.realized() instanceof CaseAmount.Known(var told)) {
      cash = cash.realizing(told);
    }
    tell(input);
    worth(input);
    return change;
  }

  /** The broker closes everything at the prices of now. */
  Change flatten() {
    var change = new Change(holdings.flatten(), BigDecimal.ZERO);
    cash = cash.traded(change.traded());
    return change;
  }

  /** The broker sets the account back: flat, and with this much cash. */
  void reset(BigDecimal balance) {
    holdings.flatten();
    cash = cash.reset(balance);
    cashTold = true;
  }

  /** Cash and open profit at the prices last told. */
  BigDecimal equity() {
    return cash.amount().add(holdings.profit());
  }

  /** No two are set at one time, as the engine tells them apart by it. */
  void set(AdminAction action, Instant now) {
    admin = action;
    adminAt = adminAt == null || adminAt.isBefore(now) ? now : adminAt.plusMillis(1);
  }

  /** In a flat and locked account nothing can be opened. */
  private boolean isShut() {
    return LOCKING.contains(admin) && holdings.areFlat();
  }

  private void price(String contract, CaseAmount price) {
    switch (price) {
      case CaseAmount.Known(var amount) -> holdings.price(contract, amount);
      case CaseAmount.Unknown() -> holdings.unprice(contract);
      case CaseAmount.NotANumber() -> {}
    }
  }

  private BigDecimal trade(Input input) {
    var open = holdings.profit();
    var unnamed = holdings.unnamed().profit();
    var realized = traded(input);
    if (unnamed.signum() == 0 || holdings.areFlat() || !input.prices().isEmpty()) {
      return realized;
    }
    // What was open without a name has one now; neither cash nor equity changes by that.
    holdings.carry(open.subtract(realized.subtract(unnamed)), false);
    return realized.subtract(unnamed);
  }

  private BigDecimal traded(Input input) {
    var realized = holdings.closeUnnamed();
    var positions = input.positions();
    if (positions != null) {
      for (var one : holdings.all()) {
        realized =
            realized.add(holdings.trade(one.contract(), positions.getOrDefault(one.contract(), 0)));
      }
      for (var one : positions.entrySet()) {
        realized = realized.add(holdings.trade(one.getKey(), one.getValue()));
      }
    }
    if (input.minis() != null) {
      realized = realized.add(holdings.trade("ESZ6", input.minis()));
    }
    if (input.micros() != null) {
      realized = realized.add(holdings.trade("MESZ6", input.micros()));
    }
    return realized;
  }

  private BigDecimal balance(Input input, BigDecimal realized, BigDecimal flow) {
    if (input.balance() instanceof CaseAmount.Known(var told)) {
      return told;
    }
    if (input.realized() instanceof CaseAmount.Known(var ofDay)) {
      return cash.amount().subtract(cash.realized()).add(ofDay).add(flow);
    }
    return isShut()
            && !input.namesPositions()
            && input.equity() instanceof CaseAmount.Known(var equity)
        ? equity
        : cash.amount().add(realized).add(flow);
  }

  /** Whether the broker says the cash and the margin. */
  private void tell(Input input) {
    if (input.balance() instanceof CaseAmount.Unknown) {
      cashTold = false;
    } else if (input.balance() instanceof CaseAmount.Known
        || input.realized() instanceof CaseAmount.Known
        || input.equity() instanceof CaseAmount.Known) {
      cashTold = true;
    }
    switch (input.usedMargin()) {
      case CaseAmount.Known(var used) -> usedMargin = used;
      case CaseAmount.Unknown() -> usedMargin = null;
      case CaseAmount.NotANumber() -> {}
      case null -> {}
    }
  }

  private void worth(Input input) {
    switch (input.equity()) {
      case CaseAmount.Known(var equity) ->
          holdings.carry(equity.subtract(cash.amount()), !input.prices().isEmpty());
      case CaseAmount.Unknown() -> {
        if (isShut() && input.balance() == null) {
          // Nothing can be open, so only the cash can be unknown.
          cashTold = false;
        } else {
          holdings.openSomething();
          holdings.unprice();
        }
      }
      case CaseAmount.NotANumber() -> {}
      case null -> {
        boolean cashGiven =
            input.balance() instanceof CaseAmount.Known
                || input.realized() instanceof CaseAmount.Known;
        if (cashGiven && input.prices().isEmpty()) {
          holdings.carry(BigDecimal.ZERO, false);
        }
      }
    }
  }
}
