package io.plimsoll.simulator.rest;

import io.plimsoll.simulator.ledger.Change;
import io.plimsoll.simulator.ledger.Entity;
import io.plimsoll.simulator.ledger.EntityType;
import io.plimsoll.simulator.ledger.Floor;
import io.plimsoll.simulator.ledger.Json;
import io.plimsoll.simulator.ledger.Restrictions;
import io.plimsoll.simulator.market.Instrument;
import java.util.List;
import java.util.Optional;

/** Restrictions and figures of an account. */
public final class RiskEndpoints {
  private static final List<String> REASON_CODES =
      List.of(
          "CloseAMLDecision",
          "CloseComplianceDecision",
          "CloseCustomerRequest",
          "CloseDeceased",
          "CloseEscheatment",
          "CloseFraud",
          "CloseInactiveUnfundedAccount",
          "FullBalanceWithdrawal",
          "Other",
          "RestrictedAMLRequest",
          "RestrictedAccountsRequest",
          "RestrictedComplianceRequest",
          "RestrictedRiskRestriction",
          "RestrictedTreasuryRequest",
          "RestrictedW8Expired");
  private static final int LONGEST_REASON = 8192;

  private final Floor floor;

  public RiskEndpoints(Floor floor) {
    this.floor = floor;
  }

  Answer setAdminAutoLiqAction(Call call) {
    var account = call.whole("accountId");
    var wrong = complaint(call);
    if (wrong.isPresent()) {
      return Answer.errorText(wrong.get());
    }
    if (floor.books().find(EntityType.ACCOUNT_RISK_STATUS, account).isEmpty()) {
      return new Answer.Failed(404, "Account %d is not known.".formatted(account));
    }
    var status = floor.administer(account, call.text("adminAction"));
    return new Answer.Ok(Json.object().set("accountRiskStatus", status.fields()));
  }

  /** Higher or lower than it was. */
  Answer updateMaxNetLiq(Call call) {
    var high = call.decimal("maxNetLiq");
    if (high.isEmpty()) {
      return Answer.errorText("Max Net Liq should be specified");
    }
    return status(call, floor.peaks().set(call.whole("accountId"), high.get()));
  }

  /** What automatic liquidation left behind goes; an administrator's action stays. */
  Answer resetAutoLiqStatus(Call call) {
    return status(call, floor.resetAutoLiq(call.whole("accountId")));
  }

  Answer switchRiskCategory(Call call) {
    var known =
        call.body()
            .path("accountIds")
            .valueStream()
            .flatMap(id -> floor.books().find(EntityType.ACCOUNT, id.asLong()).stream())
            .toList();
    known.forEach(account ->
        floor.write(
            Change.Kind.Updated,
            account.with(fields -> fields.put("riskCategoryId", call.whole("riskCategoryId")))));
    return new Answer.Ok(Json.object().put("ok", !known.isEmpty()));
  }

  /** Demo only: money comes or goes, and the highest equity with it. */
  Answer changeDemoBalance(Call call) {
    var account = call.whole("accountId");
    var change = call.decimal("cashChange");
    if (change.isEmpty()) {
      return Answer.errorText("Cash Change should be specified");
    }
    if (floor.books().cash(account).isEmpty()) {
      return Answer.errorText("Account %d is not known.".formatted(account));
    }
    floor.fund(account, change.get());
    return cashBalanceSnapshot(call);
  }

  private static Answer status(Call call, Optional<Entity> status) {
    return status
        .<Answer>map(known -> new Answer.Ok(Json.object().set("accountRiskStatus", known.fields())))
        .orElseGet(() ->
            new Answer.Failed(404, "Account %d is not known.".formatted(call.whole("accountId"))));
  }

  /** Profit figures are absent while there is nothing to report, as at the vendor. */
  Answer cashBalanceSnapshot(Call call) {
    var account = call.whole("accountId");
    var cash = floor.books().cash(account);
    if (cash.isEmpty()) {
      return Answer.errorText("Account %d is not known.".formatted(account));
    }
    var value = floor.valuation();
    var margin = value.margin(account, Instrument::dayMargin);
    var answer =
        Json.object()
            .put("totalCashValue", value.balance(account))
            .put("netLiq", value.equity(account))
            .put("initialMargin", margin)
            .put("maintenanceMargin", margin)
            .put("realizedPnL", cash.get().amount("realizedPnL"))
            .put("weekRealizedPnL", cash.get().amount("weekRealizedPnL"));
    if (floor.books().positions(account).anyMatch(row -> row.whole("netPos") != 0)) {
      var open = value.openPnL(account);
      answer.put("openPnL", open).put("totalPnL", open.add(cash.get().amount("realizedPnL")));
    }
    return new Answer.Ok(answer);
  }

  /** The vendor's own texts. */
  private static Optional<String> complaint(Call call) {
    if (call.whole("accountId") <= 0) {
      return Optional.of("Account Id should be greater than 0");
    }
    if (call.text("adminAction").filter(Restrictions.ACTIONS::contains).isEmpty()) {
      return Optional.of("Admin Action should be between Normal and LiquidateImmediately");
    }
    var code = call.text("adminActionReasonCode");
    if (code.filter(REASON_CODES::contains).isEmpty()) {
      return Optional.of("Admin Action Reason Code should be between CloseAMLDecision and Other");
    }
    var reason = call.text("adminActionReason").orElse("");
    if (code.get().equals("Other") && reason.isBlank()) {
      return Optional.of("Admin Action Reason should be specified");
    }
    return reason.length() > LONGEST_REASON
        ? Optional.of(
            "Admin Action Reason should not be longer than %d characters".formatted(LONGEST_REASON))
        : Optional.empty();
  }
}
