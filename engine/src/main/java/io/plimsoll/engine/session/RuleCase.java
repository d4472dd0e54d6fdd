package io.plimsoll.engine.session;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.fact.Scope;
import io.plimsoll.engine.session.Finding.Identity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One test of one rule, step by step: each {@code given}, {@code then} and {@code without} fires
 * the rules, each expectation looks at what is held after it. Immutable; every step plays the steps
 * before it again, in a session of its own.
 */
public final class RuleCase {
  /** One move of the facts before a firing. */
  private sealed interface Step {
    record Put(List<Object> facts) implements Step {}

    record Remove(List<Object> facts) implements Step {}
  }

  private final RuleSet rules;
  private final String rule;
  private final List<Step> steps;
  private final Map<Identity, Held> held;
  private final Map<Identity, Held> expected;

  RuleCase(RuleSet rules, String rule) {
    this(rules, rule, List.of(), Map.of(), Map.of());
  }

  private RuleCase(
      RuleSet rules,
      String rule,
      List<Step> steps,
      Map<Identity, Held> held,
      Map<Identity, Held> expected) {
    this.rules = rules;
    this.rule = rule;
    this.steps = steps;
    this.held = held;
    this.expected = expected;
  }

  /** Puts facts: {@link Given}, or the facts themselves. */
  public RuleCase given(Object... facts) {
    return after(new Step.Put(bare(facts)));
  }

  /** Later, these facts replace those of the same account, shard or id. */
  public RuleCase then(Object... facts) {
    return given(facts);
  }

  /** Later, these facts are gone. */
  public RuleCase without(Object... facts) {
    return after(new Step.Remove(bare(facts)));
  }

  /** The rule holds at least one finding about this account. */
  public RuleCase finds(long accountId) {
    return finds(new Scope.OfAccount(accountId));
  }

  /** The rule holds at least one finding about this account or shard. */
  public RuleCase finds(Scope scope) {
    return narrowed(held, "about " + scope, entry -> entry.getKey().scope().equals(scope));
  }

  /** One of those findings has this subject. */
  public RuleCase about(String subject) {
    return narrowed(
        expected,
        "with the subject (%s)".formatted(subject),
        entry -> entry.getKey().subject().equals(subject));
  }

  /** One of those findings asks for this, all live ones of its identity taken together. */
  public RuleCase asking(Restriction restriction) {
    return narrowed(
        expected, "asking " + restriction, entry -> entry.getValue().asks() == restriction);
  }

  /** One of those findings names exactly these receivers. */
  public RuleCase telling(String... receivers) {
    return narrowed(
        expected,
        "telling " + List.of(receivers),
        entry -> entry.getValue().tells().equals(Set.of(receivers)));
  }

  /** The rule holds nothing. */
  public RuleCase findsNothing() {
    if (!held.isEmpty()) {
      throw new AssertionError("rule (%s) should hold nothing, and holds %s".formatted(rule, held));
    }
    return this;
  }

  private RuleCase narrowed(
      Map<Identity, Held> from, String what, Predicate<Map.Entry<Identity, Held>> wanted) {
    var found =
        from.entrySet().stream()
            .filter(wanted)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    if (found.isEmpty()) {
      throw new AssertionError(
          "rule (%s) should hold a finding %s, and holds %s".formatted(rule, what, held));
    }
    return new RuleCase(rules, rule, steps, held, found);
  }

  private RuleCase after(Step step) {
    var all = Stream.concat(steps.stream(), Stream.of(step)).toList();
    try (var session = rules.newSession()) {
      all.forEach(one -> play(session, one));
      var now = new TreeMap<Identity, Held>(Comparator.comparing(Identity::toString));
      session.findings().forEach(now::put);
      now.keySet().removeIf(identity -> !identity.rule().equals(rule));
      return new RuleCase(rules, rule, all, now, now);
    }
  }

  private static void play(RuleSession session, Step step) {
    switch (step) {
      case Step.Put(var facts) -> facts.forEach(fact -> session.put(FactKey.of(fact), fact));
      case Step.Remove(var facts) -> facts.forEach(fact -> session.remove(FactKey.of(fact)));
    }
    switch (session.fire()) {
      case FiringResult.Changed changed -> {}
      case FiringResult.Failed(var culprits, var cause) ->
          throw new AssertionError("rules %s threw: %s".formatted(culprits, cause), cause);
    }
  }

  private static List<Object> bare(Object... facts) {
    return Stream.of(facts).map(fact -> fact instanceof Given given ? given.fact() : fact).toList();
  }
}
