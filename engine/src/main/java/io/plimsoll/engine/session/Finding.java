package io.plimsoll.engine.session;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.fact.Scope;
import io.plimsoll.engine.fact.Scoped;
import io.plimsoll.engine.tradovate.entity.OfAccount;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.model.Drools;
import org.kie.api.runtime.rule.RuleContext;

/**
 * What a rule holds true now. Equal by its whole value; two findings with one identity are one
 * alert.
 *
 * @param asks the restriction the rule asks for; {@code NONE} only tells people
 * @param tells receivers the rule names besides the route
 */
public record Finding(Identity identity, Restriction asks, Set<String> tells) {

  /**
   * What makes a finding the same as another.
   *
   * @param subject a short text such as {@code 75%} or a product; empty when there is none
   */
  public record Identity(String rule, Scope scope, String subject) {
    @Override
    public String toString() {
      return subject.isEmpty() ? rule + " " + scope : rule + "/" + subject + " " + scope;
    }
  }

  public Finding {
    tells = Set.copyOf(tells);
  }

  /** A finding of the rule that is firing, about the account or shard of a derived fact. */
  public static Finding of(Drools drools, Scoped fact) {
    return of(drools, fact.scope());
  }

  /** A finding of the rule that is firing, about the account of one of the vendor's facts. */
  public static Finding of(Drools drools, OfAccount fact) {
    return onAccount(drools, fact.accountId());
  }

  /** A finding of the rule that is firing, from the vendor's raw facts, about an account. */
  public static Finding onAccount(Drools drools, long accountId) {
    return of(drools, new Scope.OfAccount(accountId));
  }

  private static Finding of(Drools drools, Scope scope) {
    // The executable model hands consequences an object that is also Drools' own rule context.
    var rule = ((RuleContext) drools).getRule().getName();
    return new Finding(new Identity(rule, scope, ""), Restriction.NONE, Set.of());
  }

  public Finding about(String subject) {
    return new Finding(new Identity(identity.rule(), identity.scope(), subject), asks, tells);
  }

  public Finding asks(Restriction restriction) {
    return new Finding(identity, restriction, tells);
  }

  public Finding tells(String... receivers) {
    var all =
        Stream.concat(tells.stream(), Arrays.stream(receivers))
            .collect(Collectors.toUnmodifiableSet());
    return new Finding(identity, asks, all);
  }
}
