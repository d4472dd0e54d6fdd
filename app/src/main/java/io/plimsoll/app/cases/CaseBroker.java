package io.plimsoll.app.cases;

import io.plimsoll.config.cases.Input;
import io.plimsoll.config.cases.Raw;
import io.plimsoll.engine.action.AccountView;
import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.action.ActionKind;
import io.plimsoll.engine.action.Steps;
import io.plimsoll.engine.shard.RehearsedBroker;
import io.plimsoll.engine.tradovate.Answer;
import io.plimsoll.engine.tradovate.Inbound;
import io.plimsoll.engine.tradovate.entity.AdminAction;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The broker of a case: turns steps into frames, and carries out every action at once, or nothing
 * while it is silent. Pure: what it sends follows from what it was told.
 */
final class CaseBroker implements RehearsedBroker {
  private static final CaseAccount.Change NOTHING =
      new CaseAccount.Change(BigDecimal.ZERO, BigDecimal.ZERO);

  private final CaseAccount account;
  private final Vendor vendor = new Vendor();
  private final Wire wire;
  private boolean silent;

  /**
   * @param startOfDay the cash the trade date of now began with
   */
  CaseBroker(BigDecimal startOfDay, boolean silent, Instant now) {
    this(startOfDay, silent, now, UnaryOperator.identity());
  }

  /**
   * @param line what all that it sends goes through on its way
   */
  CaseBroker(
      BigDecimal startOfDay, boolean silent, Instant now, UnaryOperator<List<Inbound>> line) {
    this.account = new CaseAccount(startOfDay, now);
    this.wire = new Wire(account, vendor, line);
    this.silent = silent;
  }

  CaseAccount account() {
    return account;
  }

  /** Everything that the broker has to say of the account after this step. */
  List<Inbound> step(Input input, Instant now) {
    become(input.silent());
    var told = wire.picture();
    input.vendor().forEach((type, entities) -> entities.forEach(one -> say(type, one, now)));
    if (input.usedMargin() != null) {
      vendor.drop(EntityType.MARGIN_SNAPSHOT, "totalUsedMargin");
    }
    var inbound = new ArrayList<>(wire.news(told, account.become(input), now));
    inbound.addAll(NotNumbers.of(input, account, now));
    return inbound;
  }

  /** Silent or not from now on; null leaves it as it is. */
  void become(@Nullable Boolean quiet) {
    silent = quiet == null ? silent : quiet;
  }

  /**
   * The row of cash of the next trade date. Past closes are in the log only where the case says so:
   * one line of it would pass for the whole history.
   */
  List<Inbound> roll(Instant now) {
    var told = wire.picture();
    account.cash = account.cash.rolled(now);
    vendor.dropAll(EntityType.CASH_BALANCE);
    return wire.news(told, NOTHING, now);
  }

  /** Somebody sets the admin action. */
  List<Inbound> admin(AdminAction action, Instant now) {
    var told = wire.picture();
    boolean liquidates = action == AdminAction.LiquidateImmediately && !silent;
    var change = liquidates ? account.flatten() : NOTHING;
    set(action, now);
    return wire.news(told, change, now);
  }

  /**
   * The broker sets the account back and says nothing of why; what the step says besides is so at
   * the same moment. Restrictions stay.
   */
  List<Inbound> reset(BigDecimal balance, Input input, Instant now) {
    var told = wire.picture();
    account.reset(balance);
    account.become(input);
    vendor.lower(EntityType.ACCOUNT_RISK_STATUS, "maxNetLiq", balance);
    return wire.news(told, NOTHING, now);
  }

  @Override
  public Reply carryOut(Action action, AccountView view, Instant now) {
    if (silent) {
      return new Reply(new Answer.Unclear("no answer"), List.of());
    }
    var told = wire.picture();
    var change = NOTHING;
    if (action.kind() == ActionKind.LIQUIDATE || action.kind() == ActionKind.CANCEL) {
      wire.cancelOrders();
    }
    if (action.kind() == ActionKind.LIQUIDATE) {
      change = account.flatten();
    }
    Steps.adminAction(action.kind()).ifPresent(set -> set(set, now));
    var accepted = new Answer.Ok(JsonMapper.shared().createObjectNode());
    return new Reply(accepted, wire.news(told, change, now));
  }

  private void set(AdminAction action, Instant now) {
    account.set(action, now);
    vendor.drop(EntityType.ACCOUNT_RISK_STATUS, "adminAction", "adminTimestamp");
  }

  private void say(EntityType type, Raw.Parts fields, Instant now) {
    switch (type) {
      case ACCOUNT, ACCOUNT_RISK_STATUS, MARGIN_SNAPSHOT -> vendor.stand(type, fields);
      case CASH_BALANCE -> {
        if (fields.parts().containsKey("id")) {
          wire.say(type, vendor.whole(type, fields, now));
        } else {
          account.cash = account.cash.told(fields);
          vendor.stand(type, Cash.besides(fields));
        }
      }
      default -> wire.say(type, vendor.whole(type, fields, now));
    }
    if (fields.parts().get("adminAction") instanceof Raw.Text(var action)) {
      account.admin = AdminAction.valueOf(action);
    }
  }
}
