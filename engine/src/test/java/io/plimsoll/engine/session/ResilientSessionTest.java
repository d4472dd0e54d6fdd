package io.plimsoll.engine.session;

import static io.plimsoll.engine.session.Drl.FIND;
import static io.plimsoll.engine.session.Drl.loaded;
import static io.plimsoll.engine.session.Drl.rule;
import static io.plimsoll.engine.session.Drl.write;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.accountFigures;
import static io.plimsoll.engine.session.Given.accountRisk;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.fact.Scope;
import io.plimsoll.engine.session.Finding.Identity;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResilientSessionTest {
  private static final String REACHED =
      rule("shipped.reached", "$f : AccountRisk( trailing == Level.REACHED )", FIND);
  private static final String DOUBLE = "$f : AccountFigures( equity * 2 > 0 )";
  private static final Held TOLD = new Held(Restriction.NONE, Set.of());

  @TempDir Path folder;
  private ResilientSession session;

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void judgesAsAPlainSessionWhileNothingThrows() {
    open(REACHED, rule("own.x", DOUBLE, FIND));
    session.put("risk", accountRisk().trailing(Level.REACHED).fact());

    assertThat(session.fire())
        .isEqualTo(new Judgement.Judged(Map.of(identity("shipped.reached"), Optional.of(TOLD))));
  }

  @Test
  void aRuleThatThrowsIsTakenOutAndTheOthersGoOn() {
    open(REACHED, rule("own.x", DOUBLE, FIND));
    session.put("figures", accountFigures().fact());
    session.put("risk", accountRisk().trailing(Level.REACHED).fact());

    assertThat(session.fire())
        .isInstanceOfSatisfying(
            Judgement.Quarantined.class,
            judgement -> {
              assertThat(judgement.rules()).containsExactly("own.x");
              assertThat(judgement.changes())
                  .isEqualTo(Map.of(identity("shipped.reached"), Optional.of(TOLD)));
            });
    assertThat(session.quarantined()).containsExactly("own.x");
    assertThat(session.rules().rules()).containsOnlyKeys("shipped.reached");
  }

  @Test
  void noFindingIsStuckAfterQuarantine() {
    open(REACHED, rule("own.x", DOUBLE, FIND));
    var figures = accountFigures().with("equity", "5").fact();
    session.put("figures", figures);
    session.put("risk", accountRisk().trailing(Level.REACHED).fact());
    session.fire();
    session.put("figures", accountFigures().fact());
    session.fire();

    session.put("risk", accountRisk().fact());
    assertThat(session.fire())
        .isEqualTo(new Judgement.Judged(Map.of(identity("shipped.reached"), Optional.empty())));
    assertThat(session.findings()).isEmpty();
  }

  @Test
  void whatTheRuleHeldIsOrphanedAndNotEnded() {
    open(REACHED, rule("own.x", DOUBLE, FIND));
    session.put("figures", accountFigures().with("equity", "5").fact());
    session.fire();
    session.put("figures", accountFigures().fact());

    assertThat(session.fire())
        .isInstanceOfSatisfying(
            Judgement.Quarantined.class,
            judgement -> {
              assertThat(judgement.orphaned()).isEqualTo(Map.of(identity("own.x"), TOLD));
              assertThat(judgement.changes()).isEmpty();
            });
  }

  @Test
  void aFactThatWentWithTheFailureEndsItsFindings() {
    open(REACHED, rule("own.x", DOUBLE, FIND));
    session.put("risk", accountRisk().trailing(Level.REACHED).fact());
    session.fire();
    session.put("figures", accountFigures().fact());
    session.remove("risk");

    assertThat(((Judgement.Quarantined) session.fire()).changes())
        .isEqualTo(Map.of(identity("shipped.reached"), Optional.empty()));
  }

  @Test
  void rulesThatThrowOneAfterTheOtherAreAllTakenOut() {
    open(
        REACHED,
        rule("own.x", DOUBLE, FIND),
        rule("own.y", "$f : AccountFigures( room * 3 > 0 )", FIND));
    session.put("figures", accountFigures().fact());

    assertThat(((Judgement.Quarantined) session.fire()).rules())
        .containsExactlyInAnyOrder("own.x", "own.y");
  }

  @Test
  void whereDroolsNamesNoRuleAllOfTheUsersOwnAreTakenOut() {
    open(
        REACHED,
        rule("own.x", "$f : AccountFigures() eval( $f.room().signum() < 0 )", FIND),
        rule("own.good", "$f : AccountRisk()", FIND));
    session.put("figures", accountFigures().fact());

    assertThat(((Judgement.Quarantined) session.fire()).rules())
        .containsExactlyInAnyOrder("own.x", "own.good");
  }

  @Test
  void aShippedRuleThatThrowsHaltsItAndWhatWasHeldStands() {
    open(REACHED + rule("shipped.bad", DOUBLE, FIND), rule("own.good", "$f : AccountRisk()", FIND));
    session.put("risk", accountRisk().trailing(Level.REACHED).fact());
    session.fire();
    session.put("figures", accountFigures().fact());
    session.put("risk", accountRisk().fact());

    assertThat(session.fire())
        .isInstanceOfSatisfying(
            Judgement.Halted.class,
            halted -> assertThat(halted.rules()).containsExactly("shipped.bad"));
    assertThat(session.findings())
        .containsOnlyKeys(identity("shipped.reached"), identity("own.good"));
  }

  @Test
  void anUnnamedShippedRuleHaltsIt() {
    open(
        rule("shipped.bad", "$f : AccountFigures() eval( $f.room().signum() < 0 )", FIND),
        rule("own.good", "$f : AccountRisk()", FIND));
    session.put("figures", accountFigures().fact());
    assertThat(session.fire()).isInstanceOf(Judgement.Halted.class);
  }

  @Test
  void onceHaltedItStaysSo() {
    open(REACHED + rule("shipped.bad", DOUBLE, FIND));
    session.put("figures", accountFigures().fact());
    var first = session.fire();

    assertThat(session.put("figures", accountFigures().with("equity", "5").fact())).isFalse();
    assertThat(session.remove("figures")).isFalse();
    assertThat(session.fire()).isEqualTo(first);
  }

  @Test
  void aUsersLoopDoesNotHaltTheShippedRulesThatItWakes() {
    open(REACHED, rule("own.loop", "$f : AccountRisk()", "update( $f );"));
    session.put("risk", accountRisk().trailing(Level.REACHED).fact());

    assertThat(((Judgement.Quarantined) session.fire()).rules()).containsExactly("own.loop");
    assertThat(session.findings()).containsOnlyKeys(identity("shipped.reached"));
  }

  private void open(String shipped, String... own) {
    write(folder.resolve("1"), "shipped.drl", shipped);
    write(folder.resolve("2"), "own.drl", own);
    session = new ResilientSession(loaded(folder.resolve("1"), folder.resolve("2")));
  }

  private static Identity identity(String rule) {
    return new Identity(rule, new Scope.OfAccount(ACCOUNT), "");
  }
}
