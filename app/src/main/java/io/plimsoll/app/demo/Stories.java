package io.plimsoll.app.demo;

import java.util.List;
import java.util.Optional;

/** The four stories that the simulator's demo scenario tells, each of another plan. */
final class Stories {
  private Stories() {}

  static List<Story> all() {
    return List.of(trailingDrawdown(), dailyLoss(), profitTarget(), liquidateOnlyLevel());
  }

  private static Story trailingDrawdown() {
    return closedAndLocked(
        "intraday trail on equity: liquidated, flat, locked",
        1001,
        "EVAL50K-1001",
        "evaluation-50k",
        "trailing-drawdown.reached");
  }

  private static Story profitTarget() {
    return closedAndLocked(
        "profit target above a fixed floor: closed with its profit, locked",
        1005,
        "STATIC50K-1005",
        "static-50k",
        "daily-profit.reached");
  }

  private static Story closedAndLocked(
      String title, long account, String name, String plan, String rule) {
    return new Story(
        title,
        name,
        plan,
        List.of(
            opened(name, rule),
            verified(account, "liquidate"),
            verified(account, "lock"),
            mailed(name, rule),
            hooked(name, rule, plan),
            new Story.Step(
                "mail says it is done",
                true,
                seen ->
                    seen instanceof Happening.Mailed(var subject, var of)
                        && of.equals(name)
                        && subject.contains("flat and locked"))),
        List.of(
            sentExactly(account, List.of("LiquidateImmediately", "LockTradingImmediately")),
            new Story.Question(
                "broker shows it flat",
                judge ->
                    judge.isFlat(account) ? Optional.empty() : Optional.of("positions are open")),
            stands(account, "LockTradingImmediately")));
  }

  private static Story dailyLoss() {
    var name = "FUND100K-1002";
    var plan = "funded-100k";
    return new Story(
        "end-of-day trail, day's loss in percent: mail and webhook",
        name,
        plan,
        List.of(
            opened(name, "daily-loss-percent.alert"),
            mailed(name, "daily-loss-percent.alert"),
            hooked(name, "daily-loss-percent.alert", plan)),
        List.of(sentExactly(1002, List.of())));
  }

  private static Story liquidateOnlyLevel() {
    var name = "LIVE25K-1003";
    var plan = "live";
    return new Story(
        "margin and the broker's levels: closing orders only",
        name,
        plan,
        List.of(
            opened(name, "liquidate-only-level.reached"),
            verified(1003, "liquidate-only"),
            mailed(name, "liquidate-only-level.reached"),
            hooked(name, "liquidate-only-level.reached", plan)),
        List.of(
            sentExactly(1003, List.of("LiquidateOnlyModeImmediately")),
            stands(1003, "LiquidateOnlyModeImmediately")));
  }

  private static Story.Step opened(String account, String rule) {
    return new Story.Step(
        "rule found it",
        false,
        seen ->
            seen instanceof Happening.Logged logged
                && logged.is("alert opened", "rule", rule)
                && logged.field("name").equals(account));
  }

  private static Story.Step verified(long account, String kind) {
    return new Story.Step(
        kind + " proven in the facts",
        false,
        seen ->
            seen instanceof Happening.Logged logged
                && logged.is("action verified", "kind", kind)
                && logged.field("account").equals(Long.toString(account)));
  }

  private static Story.Step mailed(String account, String rule) {
    return new Story.Step(
        "mail arrived",
        true,
        seen ->
            seen instanceof Happening.Mailed(var subject, var name)
                && name.equals(account)
                && subject.contains(rule));
  }

  private static Story.Step hooked(String account, String rule, String plan) {
    return new Story.Step(
        "signed webhook arrived, plan " + plan,
        true,
        seen ->
            seen instanceof Happening.Hooked hooked
                && hooked.account().equals(account)
                && hooked.alert().equals(rule)
                && hooked.plan().equals(plan)
                && hooked.genuine());
  }

  private static Story.Question sentExactly(long account, List<String> wanted) {
    var words = wanted.isEmpty() ? "no account action sent" : "each sent exactly once";
    return new Story.Question(
        words,
        judge -> {
          var sent = judge.adminActions(account);
          return sent.equals(wanted)
              ? Optional.empty()
              : Optional.of("sent %s, wanted %s".formatted(sent, wanted));
        });
  }

  private static Story.Question stands(long account, String wanted) {
    return new Story.Question(
        "broker shows " + wanted,
        judge -> {
          var stands = judge.adminAction(account);
          return stands.equals(wanted)
              ? Optional.empty()
              : Optional.of("the broker shows " + stands);
        });
  }
}
