package io.plimsoll.rules;

import static io.plimsoll.engine.fact.Restriction.CANCEL;
import static io.plimsoll.engine.fact.Restriction.FLATTEN;
import static io.plimsoll.engine.fact.Restriction.LIQUIDATE_AND_LOCK;
import static io.plimsoll.engine.fact.Restriction.LIQUIDATE_ONLY;
import static io.plimsoll.engine.fact.Restriction.NONE;
import static io.plimsoll.engine.session.Given.accountRisk;

import io.plimsoll.engine.fact.ActionProof;
import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.fact.Rung;
import io.plimsoll.engine.session.GivenRisk;
import java.util.List;
import java.util.Map;

/** Each state an account can be in, with everything that the shipped rules hold true of it. */
final class States {
  /** Every consequence differs from its neighbours', so that a rule that takes another's shows. */
  private static final GivenRisk PLAN =
      accountRisk()
          .trailingConsequence(LIQUIDATE_AND_LOCK)
          .dayLossConsequence(LIQUIDATE_ONLY)
          .weekLossConsequence(CANCEL)
          .dayProfitConsequence(LIQUIDATE_AND_LOCK)
          .weekProfitConsequence(LIQUIDATE_ONLY)
          .liquidateOnlyConsequence(CANCEL)
          .autoLiqConsequence(LIQUIDATE_AND_LOCK)
          .contractsConsequence(LIQUIDATE_ONLY)
          .consistencyConsequence(CANCEL);

  static final List<State> ALL =
      List.of(
          tells(PLAN.trailing(Level.NEAR).trailingBand("90%"), "trailing-drawdown.near/90%"),
          asks(PLAN.trailing(Level.REACHED), "trailing-drawdown.reached", LIQUIDATE_AND_LOCK),
          tells(PLAN.trailingUncertain(), "trailing-drawdown.uncertain"),
          tells(PLAN.closeMissed(), "missed-close.missed"),
          tells(PLAN.floorDrift(), "floor-drift.stricter"),
          tells(PLAN.dayLoss(Rung.ALERT), "daily-loss-percent.alert"),
          new State(
              PLAN.dayLoss(Rung.LIQUIDATE_ONLY),
              Map.of(
                  "daily-loss-percent.alert", NONE,
                  "daily-loss-percent.liquidate-only", LIQUIDATE_ONLY)),
          new State(
              PLAN.dayLoss(Rung.AUTO_LIQUIDATE),
              Map.of(
                  "daily-loss-percent.alert", NONE,
                  "daily-loss-percent.liquidate-only", LIQUIDATE_ONLY,
                  "daily-loss-percent.auto-liquidate", LIQUIDATE_AND_LOCK)),
          asks(PLAN.dayLossLimit(Level.REACHED), "daily-loss.reached", LIQUIDATE_ONLY),
          asks(PLAN.weekLoss(Level.REACHED), "weekly-loss.reached", CANCEL),
          asks(PLAN.dayProfit(Level.REACHED), "daily-profit.reached", LIQUIDATE_AND_LOCK),
          asks(PLAN.weekProfit(Level.REACHED), "weekly-profit.reached", LIQUIDATE_ONLY),
          tells(PLAN.margin(Rung.ALERT), "margin-usage.alert"),
          new State(
              PLAN.margin(Rung.LIQUIDATE_ONLY),
              Map.of(
                  "margin-usage.alert", NONE,
                  "margin-usage.liquidate-only", LIQUIDATE_ONLY)),
          new State(
              PLAN.margin(Rung.AUTO_LIQUIDATE),
              Map.of(
                  "margin-usage.alert", NONE,
                  "margin-usage.liquidate-only", LIQUIDATE_ONLY,
                  "margin-usage.auto-liquidate", LIQUIDATE_AND_LOCK)),
          asks(PLAN.liquidateOnlyLevel(Level.REACHED), "liquidate-only-level.reached", CANCEL),
          asks(PLAN.autoLiqLevel(Level.REACHED), "auto-liq-level.reached", LIQUIDATE_AND_LOCK),
          asks(PLAN.contractsOver("ES"), "contract-limit.reached/ES", LIQUIDATE_ONLY),
          new State(
              PLAN.contractsOver("ES", "overall"),
              Map.of(
                  "contract-limit.reached/ES", LIQUIDATE_ONLY,
                  "contract-limit.reached/overall", LIQUIDATE_ONLY)),
          asks(PLAN.consistency(Level.REACHED), "consistency.exceeded", CANCEL),
          asks(PLAN.flatBy(), "flat-by.open", FLATTEN),
          asks(PLAN.newsWindows("CPI"), "news-window.open/CPI", FLATTEN),
          asks(PLAN.flattenDue(), "flatten-timestamp.due", FLATTEN),
          tells(PLAN.flattenMissed(), "flatten-timestamp.missed"),
          tells(
              PLAN.settingsWeakened("dailyLossAutoLiq"),
              "settings-weakened.weakened/dailyLossAutoLiq"),
          tells(PLAN.resetSuspected(), "suspected-reset.suspected"),
          tells(PLAN.anchorPending(), "anchor-pending.pending"),
          tells(PLAN.percentLimitsOff(), "anchor-not-positive.percent-limits-off"),
          tells(PLAN.planNotApplied(), "plan.not-applied"),
          tells(PLAN.unpriced("ESZ6"), "unpriced-position.open/ESZ6"),
          tells(PLAN.disarmed("daily-loss"), "limit.disarmed/daily-loss"),
          tells(
              PLAN.suspicious("marginPercentageAlert"),
              "suspicious-value.seen/marginPercentageAlert"),
          tells(PLAN.proof(ActionProof.UNVERIFIED), "account-action.unverified"),
          tells(PLAN.proof(ActionProof.DEAD), "account-action.dead"),
          tells(PLAN.proof(ActionProof.PROPOSED), "account-action.proposed"));

  private States() {}

  /** Findings by rule and subject, with what each asks for. */
  record State(GivenRisk given, Map<String, Restriction> found) {
    @Override
    public String toString() {
      return String.join(", ", found.keySet().stream().sorted().toList());
    }
  }

  private static State tells(GivenRisk given, String finding) {
    return asks(given, finding, NONE);
  }

  private static State asks(GivenRisk given, String finding, Restriction restriction) {
    return new State(given, Map.of(finding, restriction));
  }

  /** The plan of all these states, on an account that is clear. */
  static GivenRisk clear() {
    return PLAN;
  }
}
