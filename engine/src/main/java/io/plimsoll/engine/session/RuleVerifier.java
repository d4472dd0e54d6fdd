package io.plimsoll.engine.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tests one rule: facts go in, findings are expected. Throws an {@link AssertionError} that says
 * what was found instead.
 *
 * <pre>{@code
 * rule("trailing-drawdown.reached")
 *     .from(Path.of("rules/drl"))
 *     .given(accountRisk().trailing(Level.REACHED).trailingConsequence(LIQUIDATE_AND_LOCK))
 *     .finds(ACCOUNT)
 *     .asking(LIQUIDATE_AND_LOCK);
 * }</pre>
 *
 * <p>Folders are compiled once for the life of the process.
 */
public final class RuleVerifier {
  private static final Map<List<Path>, RuleSet> COMPILED = new ConcurrentHashMap<>();

  private final String rule;

  private RuleVerifier(String rule) {
    this.rule = rule;
  }

  /** A test of the rule with this name. */
  public static RuleVerifier rule(String name) {
    return new RuleVerifier(name);
  }

  /**
   * Takes the rule, and those beside it, from these folders.
   *
   * @throws AssertionError when they do not compile, or hold no such rule
   */
  public RuleCase from(Path... folders) {
    var rules = COMPILED.computeIfAbsent(List.of(folders), RuleVerifier::load);
    if (!rules.rules().containsKey(rule)) {
      throw new AssertionError(
          "%s: there is no rule (%s). %s"
              .formatted(
                  List.of(folders), rule, FactVocabulary.maybe(rule, rules.rules().keySet())));
    }
    return new RuleCase(rules, rule);
  }

  private static RuleSet load(List<Path> folders) {
    return switch (RuleSet.load(folders)) {
      case RuleLoad.Loaded(var rules) -> rules;
      case RuleLoad.Refused refused -> throw new AssertionError(refused.toString());
    };
  }
}
