package io.plimsoll.config;

import io.plimsoll.engine.action.ActionSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The section {@code actions}. */
final class ActionsReader {
  /** As the vendor's API description lists them, and its older page. */
  private static final Set<String> REASON_CODES =
      Set.of(
          "CallIn",
          "CloseAMLDecision",
          "CloseComplianceDecision",
          "CloseCustomerRequest",
          "CloseDeceased",
          "CloseEscheatment",
          "CloseFraud",
          "CloseInactiveUnfundedAccount",
          "ClosingAccount",
          "ComplianceRequest",
          "FullBalanceWithdrawal",
          "LowLiquidity",
          "Other",
          "RestrictedAMLRequest",
          "RestrictedAccountsRequest",
          "RestrictedComplianceRequest",
          "RestrictedRiskRestriction",
          "RestrictedTreasuryRequest",
          "RestrictedW8Expired");

  private ActionsReader() {}

  static Optional<ActionSettings> read(Value value) {
    var section = Section.open(value, "by", "verify-within", "liquidate-within", "reason-code");
    var by =
        section
            .optional("by", Written.word(ActionSettings.By.class))
            .orElse(ActionSettings.By.ADMIN);
    var verify = section.optional("verify-within", Written::duration).orElse(Duration.ofSeconds(5));
    var liquidate =
        section.optional("liquidate-within", Written::duration).orElse(Duration.ofSeconds(60));
    var reason = section.optional("reason-code", Written::text).orElse("RestrictedRiskRestriction");
    if (!REASON_CODES.contains(reason)) {
      section
          .at("reason-code")
          .warning(
              "actions.reason-code is none that the vendor documents; the broker may refuse it.%s"
                  .formatted(Nearest.maybe(reason, REASON_CODES)));
    }
    return section.build(() -> new ActionSettings(by, verify, liquidate, reason));
  }
}
