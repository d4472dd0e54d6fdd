package io.plimsoll.engine.session;

import static io.plimsoll.engine.session.Drl.rule;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Scope;
import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;
import io.plimsoll.engine.tradovate.entity.OfAccount;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every one of the vendor's entities is a fact that a rule can match. */
class EntityRulesTest {
  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static RuleSet rules;

  /** One compilation for all, since each takes seconds. */
  @BeforeAll
  static void compile() {
    rules =
        Drl.own(
            folder,
            Arrays.stream(EntityType.values())
                .map(EntityRulesTest::matching)
                .toArray(String[]::new));
  }

  private static String matching(EntityType type) {
    var finding =
        OfAccount.class.isAssignableFrom(type.type())
            ? "Finding.of( drools, $f )"
            : "Finding.onAccount( drools, %d )".formatted(ACCOUNT);
    var pattern = "$f : %s( id == %dL )".formatted(type.type().getSimpleName(), ACCOUNT);
    return rule(name(type), pattern, "insertLogical( " + finding + " );");
  }

  private static String name(EntityType type) {
    return "own." + type.wireName();
  }

  private static RuleSet only(EntityType type) {
    var others = new TreeSet<>(rules.rules().keySet());
    others.remove(name(type));
    return rules.without(others);
  }

  @ParameterizedTest
  @EnumSource
  void aRuleThatMatchesItFiresOnIt(EntityType type) {
    try (var session = only(type).newSession()) {
      var fact = Given.entity(recordOf(type)).fact();
      assertThat(session.put(FactKey.of(fact), fact)).isTrue();
      session.fire();
      assertThat(session.findings().keySet())
          .containsExactly(new Finding.Identity(name(type), new Scope.OfAccount(ACCOUNT), ""));
      session.remove(new FactKey(type.type(), ACCOUNT));
      session.fire();
      assertThat(session.findings()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRuleSetKnowsThatItIsMatched(EntityType type) {
    assertThat(only(type).factTypes()).containsExactly(type.type());
  }

  @SuppressWarnings("unchecked")
  private static <E extends Record & Entity> Class<E> recordOf(EntityType type) {
    return (Class<E>) type.type();
  }
}
