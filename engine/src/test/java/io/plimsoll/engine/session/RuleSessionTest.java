package io.plimsoll.engine.session;

import static io.plimsoll.engine.session.Drl.FIND;
import static io.plimsoll.engine.session.Drl.own;
import static io.plimsoll.engine.session.Drl.rule;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.accountFigures;
import static io.plimsoll.engine.session.Given.accountRisk;
import static io.plimsoll.engine.session.Given.cashBalance;
import static io.plimsoll.engine.session.Given.position;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.engine.fact.DataQuality;
import io.plimsoll.engine.fact.Feed;
import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.fact.Rung;
import io.plimsoll.engine.fact.Scope;
import io.plimsoll.engine.session.Finding.Identity;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSessionTest {
  private static final String REACHED = "$f : AccountRisk( trailing == Level.REACHED )";
  private static final Held TOLD = new Held(Restriction.NONE, Set.of());

  @TempDir Path folder;
  private RuleSession session;

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void aFindingComesAndGoesWithItsCause() {
    open(rule("own.x", REACHED, FIND));

    session.put(1, accountRisk().trailing(Level.REACHED).fact());
    assertThat(changes()).isEqualTo(Map.of(identity("own.x", ""), Optional.of(TOLD)));
    session.put(1, accountRisk().trailing(Level.CLEAR).fact());
    assertThat(changes()).isEqualTo(Map.of(identity("own.x", ""), Optional.empty()));
  }

  @Test
  void aFindingGoesWithItsFact() {
    open(rule("own.x", REACHED, FIND));
    session.put(1, accountRisk().trailing(Level.REACHED).fact());
    session.fire();

    assertThat(session.remove(1)).isTrue();
    assertThat(changes()).isEqualTo(Map.of(identity("own.x", ""), Optional.empty()));
    assertThat(session.findings()).isEmpty();
  }

  @Test
  void aFactThatChangesNothingIsNoChange() {
    open(rule("own.x", REACHED, FIND));
    session.put(1, accountRisk().trailing(Level.REACHED).fact());
    session.fire();

    session.put(1, accountRisk().trailing(Level.REACHED).quality(DataQuality.UNKNOWN_INPUT).fact());
    assertThat(changes()).isEmpty();
    assertThat(session.findings()).containsOnlyKeys(identity("own.x", ""));
  }

  @Test
  void anEqualFactIsSkipped() {
    open(rule("own.x", REACHED, FIND));
    assertThat(session.put(1, accountRisk().fact())).isTrue();
    assertThat(session.put(1, accountRisk().fact())).isFalse();
  }

  @Test
  void aFactThatNoRuleMatchesIsIgnored() {
    open(rule("own.x", REACHED, FIND));
    assertThat(session.put(1, accountFigures().fact())).isFalse();
    assertThat(session.facts()).isEmpty();
  }

  @Test
  void removingWhatIsNotThereIsNothing() {
    open(rule("own.x", REACHED, FIND));
    assertThat(session.remove("nothing")).isFalse();
  }

  @Test
  void aKeyMayChangeTheClassOfItsFact() {
    open(rule("own.x", REACHED, FIND), rule("own.y", "$f : AccountFigures()", FIND));
    session.put(1, accountRisk().trailing(Level.REACHED).fact());
    session.fire();

    session.put(1, accountFigures().fact());
    assertThat(changes())
        .isEqualTo(
            Map.of(
                identity("own.x", ""), Optional.empty(), identity("own.y", ""), Optional.of(TOLD)));
  }

  @Test
  void findingsOfOneIdentityAreOneWithTheStrictestAskAndAllReceivers() {
    open(
        rule(
            "own.x",
            "$f : AccountRisk( dayLoss >= Rung.ALERT ) $p : Position( netPos > 0 )",
            """
            insertLogical( Finding.of( drools, $f )
                .asks( $p.netPos() > 1 ? Restriction.LIQUIDATE_ONLY : Restriction.CANCEL )
                .tells( "desk-" + $p.netPos() ) );\
            """));
    session.put(1, accountRisk().dayLoss(Rung.ALERT).fact());
    session.put(2, position().with("id", 1L).with("netPos", 1).fact());
    session.put(3, position().with("id", 2L).with("netPos", 2).fact());
    assertThat(changes())
        .isEqualTo(
            Map.of(
                identity("own.x", ""),
                Optional.of(new Held(Restriction.LIQUIDATE_ONLY, Set.of("desk-1", "desk-2")))));

    session.remove(3);
    assertThat(changes())
        .isEqualTo(
            Map.of(
                identity("own.x", ""),
                Optional.of(new Held(Restriction.CANCEL, Set.of("desk-1")))));
  }

  @Test
  void twoCausesOfOneFindingMustBothGo() {
    open(rule("own.x", "$f : AccountRisk() Position( netPos > 0 )", FIND));
    session.put(1, accountRisk().fact());
    session.put(2, position().with("id", 1L).with("netPos", 1).fact());
    session.put(3, position().with("id", 2L).with("netPos", 2).fact());
    session.fire();

    session.remove(2);
    assertThat(changes()).isEmpty();
    session.remove(3);
    assertThat(changes()).isEqualTo(Map.of(identity("own.x", ""), Optional.empty()));
  }

  @Test
  void anotherSubjectIsAnotherFinding() {
    open(
        rule(
            "own.x",
            "$f : AccountRisk( trailing == Level.NEAR )",
            "insertLogical( Finding.of( drools, $f ).about( $f.trailingBand() ) );"));
    var near = accountRisk().trailing(Level.NEAR);
    session.put(1, near.trailingBand("75%").fact());
    session.fire();

    session.put(1, near.trailingBand("90%").fact());
    assertThat(changes())
        .isEqualTo(
            Map.of(
                identity("own.x", "75%"),
                Optional.empty(),
                identity("own.x", "90%"),
                Optional.of(TOLD)));
  }

  @Test
  void anEvalSeesEveryUpdateOfItsFacts() {
    open(
        rule(
            "own.x",
            """
            $c : CashBalance( $id : accountId )
            $f : AccountFigures( accountId == $id )
            eval( $c.amount().signum() < 0 )\
            """,
            FIND));
    session.put(1, cashBalance().fact());
    session.put(2, accountFigures().fact());
    assertThat(changes()).isEmpty();

    session.put(1, cashBalance().with("amount", "-1").fact());
    assertThat(changes()).containsOnlyKeys(identity("own.x", ""));
  }

  @Test
  void aConsequenceThatThrowsIsNamed() {
    open(rule("own.x", "$f : AccountFigures()", "$f.room().negate();"));
    session.put(1, accountFigures().fact());
    assertThat(blamed()).containsExactly("own.x");
  }

  @Test
  void aConditionThatThrowsIsNamed() {
    open(rule("own.x", "$f : AccountFigures( room * 2 <= 5B )", FIND));
    session.put(1, accountFigures().fact());
    assertThat(blamed()).containsExactly("own.x");
  }

  @Test
  void aConditionThatThrowsIsNamedWithAllRulesThatShareIt() {
    open(
        rule("own.x", "$f : AccountFigures( room * 2 <= 5B )", FIND),
        rule("own.y", "$f : AccountFigures( room * 2 <= 5B, equity > 1 )", FIND),
        rule("own.z", "$f : AccountFigures( equity > 1 )", FIND));
    session.put(1, accountFigures().fact());
    assertThat(blamed()).containsExactlyInAnyOrder("own.x", "own.y");
  }

  @Test
  void aJoinThatThrowsIsNamed() {
    open(
        rule(
            "own.x",
            "$c : CashBalance( $amount : amount ) $f : AccountFigures( room + $amount <= 5B )",
            FIND));
    session.put(1, accountFigures().fact());
    session.put(2, cashBalance().fact());
    assertThat(blamed()).containsExactly("own.x");
  }

  @Test
  void anEvalThatThrowsIsNotNamed() {
    open(rule("own.x", "$f : AccountFigures() eval( $f.room().signum() < 0 )", FIND));
    session.put(1, accountFigures().fact());
    assertThat(blamed()).isEmpty();
  }

  @Test
  void aRuleThatFiresForEverIsStoppedAndNamed() {
    open(
        rule("own.quiet", "$f : AccountFigures()", FIND),
        rule("own.loop", "$f : AccountFigures()", "update( $f );"));
    session.put(1, accountFigures().fact());
    assertThat(blamed()).containsExactly("own.loop");
  }

  @Test
  void aRuleThatMakesEverNewFactsIsStoppedAndNamed() {
    open(
        rule(
            "own.grow",
            "$f : Feed( $shard : shard, state == Feed.State.STALE )",
            "insert( new Feed( $shard + 1, Feed.State.STALE ) );"));
    session.put(1, new Feed(0, Feed.State.STALE));
    assertThat(blamed()).containsExactly("own.grow");
  }

  @Test
  void manyFindingsAtOnceAreNoLoop() {
    open(
        rule(
            "own.x",
            "$f : AccountRisk() Position( $id : id )",
            "insertLogical( Finding.of( drools, $f ).about( \"\" + $id ) );"));
    session.put("risk", accountRisk().fact());
    for (long id = 1; id <= 12_000; id++) {
      session.put(id, position().with("id", id).fact());
    }
    assertThat(changes()).hasSize(12_000);
    session.put("risk", accountRisk().dayLoss(Rung.ALERT).fact());
    assertThat(changes()).isEmpty();
  }

  @Test
  void aFailedSessionRefusesFurtherUse() {
    open(rule("own.x", "$f : AccountFigures()", "$f.room().negate();"));
    session.put(1, accountFigures().fact());
    session.fire();

    assertThatThrownBy(session::fire).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> session.put(2, accountRisk().fact()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> session.remove(1)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aFailedSessionStillHasItsFactsAndWhatWasHeldBefore() {
    open(
        rule("own.x", "$f : AccountFigures( equity * 2 > 0 )", FIND), rule("own.y", REACHED, FIND));
    var risk = accountRisk().trailing(Level.REACHED).fact();
    var unknown = accountFigures().fact();
    session.put("risk", risk);
    session.fire();
    session.put("figures", unknown);
    session.put("risk", accountRisk().fact());
    session.fire();

    assertThat(session.facts()).isEqualTo(Map.of("risk", accountRisk().fact(), "figures", unknown));
    assertThat(session.findings()).containsOnlyKeys(identity("own.y", ""));
  }

  private void open(String... rules) {
    session = own(folder, rules).newSession();
  }

  private Map<Identity, Optional<Held>> changes() {
    var result = session.fire();
    assertThat(result).isInstanceOf(FiringResult.Changed.class);
    return ((FiringResult.Changed) result).changes();
  }

  private Set<String> blamed() {
    var result = session.fire();
    assertThat(result).isInstanceOf(FiringResult.Failed.class);
    return ((FiringResult.Failed) result).rules();
  }

  private static Identity identity(String rule, String subject) {
    return new Identity(rule, new Scope.OfAccount(ACCOUNT), subject);
  }
}
