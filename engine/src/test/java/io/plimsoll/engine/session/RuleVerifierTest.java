package io.plimsoll.engine.session;

import static io.plimsoll.engine.fact.Restriction.CANCEL;
import static io.plimsoll.engine.fact.Restriction.LIQUIDATE_ONLY;
import static io.plimsoll.engine.session.Drl.FIND;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.SHARD;
import static io.plimsoll.engine.session.Given.accountFigures;
import static io.plimsoll.engine.session.Given.accountRisk;
import static io.plimsoll.engine.session.Given.feed;
import static io.plimsoll.engine.session.RuleVerifier.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.engine.fact.Feed;
import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.fact.Scope;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleVerifierTest {
  @TempDir static Path folder;

  @BeforeAll
  static void write() {
    Drl.write(
        folder,
        "a.drl",
        Drl.rule(
            "a.reached",
            "$f : AccountRisk( trailing == Level.REACHED )",
            """
            insertLogical( Finding.of( drools, $f )
                .asks( $f.trailingConsequence() ).about( $f.trailingBand() ).tells( "desk" ) );\
            """),
        Drl.rule("a.stale", "$f : Feed( state == Feed.State.STALE )", FIND),
        Drl.rule("a.bad", "$f : AccountFigures( room * 2 > 0 )", FIND));
  }

  @Test
  void passesWhereTheRuleFindsWhatIsExpected() {
    reached()
        .given(accountRisk().trailing(Level.REACHED).trailingConsequence(CANCEL).trailingBand("9%"))
        .finds(ACCOUNT)
        .about("9%")
        .asking(CANCEL)
        .telling("desk")
        .then(accountRisk())
        .findsNothing();
  }

  @Test
  void aShardMayBeExpectedToo() {
    rule("a.stale")
        .from(folder)
        .given(feed(Feed.State.STALE))
        .finds(new Scope.OfShard(SHARD))
        .without(feed(Feed.State.STALE))
        .findsNothing();
  }

  @Test
  void failsWhereNothingIsFound() {
    var test = reached().given(accountRisk());
    assertThatThrownBy(() -> test.finds(ACCOUNT))
        .isInstanceOf(AssertionError.class)
        .hasMessage("rule (a.reached) should hold a finding about account:1001, and holds {}");
  }

  @Test
  void failsWhereSomethingElseIsAsked() {
    var test = reached().given(accountRisk().trailing(Level.REACHED)).finds(ACCOUNT);
    assertThatThrownBy(() -> test.asking(LIQUIDATE_ONLY))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("asking LIQUIDATE_ONLY, and holds {a.reached account:1001=");
  }

  @Test
  void failsWhereTheSubjectIsAnother() {
    var test = reached().given(accountRisk().trailing(Level.REACHED)).finds(ACCOUNT);
    assertThatThrownBy(() -> test.about("90%")).hasMessageContaining("with the subject (90%)");
  }

  @Test
  void failsWhereAnotherAccountIsFound() {
    var test = reached().given(accountRisk().account(7).trailing(Level.REACHED));
    assertThatThrownBy(() -> test.finds(ACCOUNT)).isInstanceOf(AssertionError.class);
  }

  @Test
  void failsWhereOtherReceiversAreTold() {
    var test = reached().given(accountRisk().trailing(Level.REACHED)).finds(ACCOUNT);
    assertThatThrownBy(test::telling).isInstanceOf(AssertionError.class);
  }

  @Test
  void failsWhereNothingIsExpectedAndSomethingFound() {
    var test = reached().given(accountRisk().trailing(Level.REACHED));
    assertThatThrownBy(test::findsNothing)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("rule (a.reached) should hold nothing, and holds {a.reached");
  }

  @Test
  void failsWhereARuleThrows() {
    assertThatThrownBy(() -> reached().given(accountFigures()))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("rules [a.bad] threw");
  }

  @Test
  void failsWhereThereIsNoSuchRule() {
    assertThatThrownBy(() -> rule("a.reachd").from(folder))
        .isInstanceOf(AssertionError.class)
        .hasMessageEndingWith("there is no rule (a.reachd). Maybe (a.reached).");
  }

  @Test
  void failsWhereTheRulesAreRefused() {
    assertThatThrownBy(() -> rule("a.x").from(folder.resolve("nowhere")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void aGivenFactRefusesAPartThatItHasNot() {
    assertThatThrownBy(() -> accountFigures().with("equitty", "1"))
        .hasMessage("(equitty) is no part of AccountFigures. Maybe (equity).");
  }

  @Test
  void aGivenFactRefusesAValueThatDoesNotFit() {
    assertThatThrownBy(() -> accountFigures().with("equity", 5L))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingIsKnownOfGivenFigures() {
    assertThat(accountFigures().fact().equity()).isNull();
    assertThat(accountFigures().with("equity", "5.00").fact().equity()).isEqualByComparingTo("5");
  }

  private static RuleCase reached() {
    return rule("a.reached").from(folder);
  }
}
