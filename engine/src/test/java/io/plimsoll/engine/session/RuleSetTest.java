package io.plimsoll.engine.session;

import static io.plimsoll.engine.session.Drl.FIND;
import static io.plimsoll.engine.session.Drl.loaded;
import static io.plimsoll.engine.session.Drl.rule;
import static io.plimsoll.engine.session.Drl.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.AccountFigures;
import io.plimsoll.engine.fact.AccountRisk;
import io.plimsoll.engine.fact.Feed;
import io.plimsoll.engine.tradovate.entity.CashBalance;
import io.plimsoll.engine.tradovate.entity.Contract;
import io.plimsoll.engine.tradovate.entity.Fill;
import io.plimsoll.engine.tradovate.entity.Position;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSetTest {
  private static final String STALE = "$f : Feed( state == Feed.State.STALE )";

  @TempDir Path folder;

  @Test
  void knowsWhatEachRuleSaysOfItself() {
    var annotations =
        """
        @severity( CRITICAL )
        @description( "Equity (all of it), is gone." )
        @runbook( "docs/rules/a.md" ) @value( equity ) @limit( floor )\
        """;
    var file =
        write(folder, "a.drl", Drl.annotated("a.gone", annotations, "$f : AccountRisk()", FIND));

    assertThat(loaded(folder).rules())
        .containsOnlyKeys("a.gone")
        .containsValue(
            new RuleInfo(
                "a.gone",
                file,
                Severity.CRITICAL,
                "Equity (all of it), is gone.",
                "docs/rules/a.md",
                "equity",
                "floor",
                true));
  }

  @Test
  void aRuleNeedNotNameFigures() {
    write(folder, "a.drl", rule("a.x", STALE, FIND));
    assertThat(loaded(folder).rules().get("a.x").value()).isNull();
  }

  @Test
  void onlyTheFirstFolderIsShipped() {
    write(folder.resolve("1"), "a.drl", rule("a.x", STALE, FIND));
    write(folder.resolve("2"), "a.drl", rule("a.y", STALE, FIND));
    var rules = loaded(folder.resolve("1"), folder.resolve("2")).rules();

    assertThat(rules.get("a.x").shipped()).isTrue();
    assertThat(rules.get("a.y").shipped()).isFalse();
  }

  @Test
  void foldersInsideAFolderAreNotRead() {
    write(folder, "a.drl", rule("a.x", STALE, FIND));
    write(folder.resolve("examples"), "b.drl", rule("b.x", STALE, FIND));
    assertThat(loaded(folder).rules()).containsOnlyKeys("a.x");
  }

  @Test
  void otherFilesAreNotRead() throws Exception {
    write(folder, "a.drl", rule("a.x", STALE, FIND));
    Files.writeString(folder.resolve("README.md"), "not a rule");
    assertThat(loaded(folder).rules()).containsOnlyKeys("a.x");
  }

  @Test
  void theVersionIsTwelveHexDigits() {
    write(folder, "a.drl", rule("a.x", STALE, FIND));
    assertThat(loaded(folder).version()).matches("[0-9a-f]{12}");
  }

  @Test
  void theVersionIsTheSameInAnotherPlace() {
    write(folder.resolve("1"), "a.drl", rule("a.x", STALE, FIND));
    write(folder.resolve("2"), "a.drl", rule("a.x", STALE, FIND));
    assertThat(loaded(folder.resolve("1")).version())
        .isEqualTo(loaded(folder.resolve("2")).version());
  }

  @Test
  void anotherTextIsAnotherVersion() {
    write(folder, "a.drl", rule("a.x", STALE, FIND));
    var before = loaded(folder).version();
    write(folder, "a.drl", rule("a.x", STALE, FIND), "// a word");
    assertThat(loaded(folder).version()).isNotEqualTo(before);
  }

  @Test
  void anotherFileNameIsAnotherVersion() {
    var plain = "// no rule\n";
    write(folder.resolve("1"), "a.drl", rule("a.x", STALE, FIND));
    write(folder.resolve("1"), "b.drl", plain);
    write(folder.resolve("2"), "a.drl", rule("a.x", STALE, FIND));
    write(folder.resolve("2"), "c.drl", plain);
    assertThat(loaded(folder.resolve("1")).version())
        .isNotEqualTo(loaded(folder.resolve("2")).version());
  }

  @Test
  void factTypesAreThoseThatRulesMatch() {
    write(folder, "a.drl", rule("a.x", "$f : AccountRisk() not Position( netPos > 1 )", FIND));
    assertThat(loaded(folder).factTypes())
        .containsExactlyInAnyOrder(AccountRisk.class, Position.class);
  }

  @Test
  void anInterfaceMatchesAllItsFacts() {
    write(
        folder,
        "a.drl",
        rule(
            "a.x",
            "$f : OfAccount( accountId == 7 )",
            "insertLogical( Finding.onAccount( drools, $f.accountId() ) );"));
    assertThat(loaded(folder).factTypes())
        .contains(CashBalance.class, Position.class)
        .doesNotContain(Fill.class, AccountFigures.class);
  }

  @Test
  void aFactMayBeCalledAsAConstantIs() {
    write(
        folder,
        "a.drl",
        rule(
            "a.x",
            "Reference( this instanceof Contract )",
            "insertLogical( Finding.onAccount( drools, 7 ) );"));
    assertThat(loaded(folder).factTypes()).contains(Contract.class);
  }

  @Test
  void withoutARuleItsFactsAreNotMatched() {
    write(folder, "a.drl", rule("a.x", STALE, FIND), rule("a.y", "$f : AccountRisk()", FIND));
    var rest = loaded(folder).without(Set.of("a.y"));

    assertThat(rest.rules()).containsOnlyKeys("a.x");
    assertThat(rest.factTypes()).containsExactly(Feed.class);
  }

  @Test
  void withoutARuleTheOthersThatShareItsConditionsStillFire() {
    write(folder, "a.drl", rule("a.x", STALE, FIND), rule("a.y", STALE, FIND));
    var all = loaded(folder);

    assertThat(namesFound(all.without(Set.of("a.y")))).containsExactly("a.x");
    assertThat(namesFound(all)).containsExactlyInAnyOrder("a.x", "a.y");
  }

  @Test
  void rulesTakenOutOneAfterAnotherAreAllOut() {
    write(folder, "a.drl", rule("a.x", STALE, FIND), rule("a.y", STALE, FIND));
    var none = loaded(folder).without(Set.of("a.y")).without(Set.of("a.x"));

    assertThat(none.rules()).isEmpty();
    assertThat(namesFound(none)).isEmpty();
  }

  @Test
  void takingRulesOutKeepsTheVersion() {
    write(folder, "a.drl", rule("a.x", STALE, FIND));
    var all = loaded(folder);
    assertThat(all.without(Set.of("a.x")).version()).isEqualTo(all.version());
  }

  private static Set<String> namesFound(RuleSet rules) {
    try (var session = rules.newSession()) {
      session.put("feed", new Feed(0, Feed.State.STALE));
      session.fire();
      var names = new java.util.HashSet<String>();
      session.findings().keySet().forEach(identity -> names.add(identity.rule()));
      return names;
    }
  }
}
