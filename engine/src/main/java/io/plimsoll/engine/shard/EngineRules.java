package io.plimsoll.engine.shard;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.session.Held;
import io.plimsoll.engine.session.RuleInfo;
import io.plimsoll.engine.session.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Findings about the engine itself, which no rule can hold since the rules may be what failed. */
final class EngineRules {
  static final Held HELD = new Held(Restriction.NONE, Set.of());
  static final String QUARANTINED = "engine.rule-quarantined";
  static final String HALTED = "engine.rules-halted";
  static final String LETTER_DEAD = "engine.letter-dead";
  static final String BROKER_LIMITS = "engine.broker-limits";
  static final String BUDGET_USED_UP = "engine.budget-used-up";
  static final String LOGIN_REFUSED = "engine.login-refused";
  static final String CAPTCHA_WANTED = "engine.captcha-wanted";
  static final String QUOTA_REACHED = "engine.quota-reached";

  private static final Map<String, RuleInfo> ALL =
      List.of(
              info(
                  QUARANTINED,
                  "A rule threw an error and was taken out; the other rules go on. Its findings stand."),
              info(
                  HALTED,
                  "A shipped rule threw an error. No rule is judged in this shard any more."),
              info(LETTER_DEAD, "A message could not be delivered to this receiver."),
              warning(
                  BROKER_LIMITS,
                  "The broker limits our calls of this endpoint. Reads wait; account actions are tried again."),
              info(
                  BUDGET_USED_UP,
                  "The calls we may make in an hour are used up for this. What is beyond them is not sent, and waits."),
              info(
                  LOGIN_REFUSED,
                  "The broker refuses the login of this user. Nothing new is seen, and no account action can be sent."),
              info(
                  CAPTCHA_WANTED,
                  "The broker wants a person to pass its check before this endpoint can be used again."),
              info(
                  QUOTA_REACHED,
                  "The broker closed this connection since the user has too many: another program runs with the same user."))
          .stream()
          .collect(Collectors.toMap(RuleInfo::name, Function.identity()));

  private EngineRules() {}

  private static RuleInfo info(String name, String description) {
    return info(name, Severity.CRITICAL, description);
  }

  private static RuleInfo warning(String name, String description) {
    return info(name, Severity.WARNING, description);
  }

  private static RuleInfo info(String name, Severity severity, String description) {
    return new RuleInfo(
        name, Path.of("engine"), severity, description, "docs/rules/engine.md", null, null, true);
  }

  static boolean isOne(String rule) {
    return ALL.containsKey(rule);
  }

  /** Whether it is about the rules in force, and so ends with them. */
  static boolean isOfRules(String rule) {
    return rule.equals(QUARANTINED) || rule.equals(HALTED);
  }

  /** The engine's own, or a plain description of a rule that is no longer loaded. */
  static RuleInfo describe(String rule) {
    var info = ALL.get(rule);
    return info == null ? info(rule, "The rule that found this is no longer loaded.") : info;
  }
}
