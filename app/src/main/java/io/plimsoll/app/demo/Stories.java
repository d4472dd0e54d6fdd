package io.plimsoll.app.demo;

import java.util.List;
import java.util.Optional;

/** The three stories that the simulator's demo scenario tells. */
final class Stories {
  private Stories() {}

  static List<Story> all() {
    return List.of(trailingDrawdown(), dailyLoss(), liquidateOnlyLevel());
  }

  private static Story trailingDrawdown() {
    var name = "EVAL50K-1001";
    return new Story(
        "trailing drawdown: liquidated, flat, locked",
        name,
        List.of(
            opened(name, "trailing-drawdown.reached"),
            verified(1001, "liquidate"),
            verified(1001, "lock"),
            mailed(name, "trailing-drawdown.reached"),
            hooked(name, "trailing-drawdown.reached"),
            new Story.Step(
                "mail says it is done",
                true,
                seen ->
                    seen instanceof Happening.Mailed(var subject, var account)
                        && account.equals(name)
                        && subject.contains("flat and locked"))),
        List.of(
            sentExactly(1001, List.of("LiquidateImmediately", "LockTradingImmediately")),
            new Story.Question(
                "broker shows it flat",
                judge -> judge.isFlat(1001) ? Optional.empty() : Optional.of("positions are open")),
            stands(1001, "LockTradingImmediately")));
  }

  private static Story dailyLoss() {
    var name = "FUND100K-1002";
    return new Story(
        "daily loss percent: mail and webhook",
        name,
        List.of(
            opened(name, "daily-loss-percent.alert"),
            mailed(name, "daily-loss-percent.alert"),
            hooked(name, "daily-loss-percent.alert")),
        List.of(sentExactly(1002, List.of())));
  }

  private static Story liquidateOnlyLevel() {
    var name = "LIVE25K-1003";
    return new Story(
        "liquidate-only level: closing orders only",
        name,
        List.of(
            opened(name, "liquidate-only-level.reached"),
            verified(1003, "liquidate-only"),
            mailed(name, "liquidate-only-level.reached"),
            hooked(name, "liquidate-only-level.reached")),
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

  private static Story.Step hooked(String account, String rule) {
    return new Story.Step(
        "signed webhook arrived",
        true,
        seen ->
            seen instanceof Happening.Hooked hooked
                && hooked.account().equals(account)
                && hooked.alert().equals(rule)
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
