package io.plimsoll.engine.session;

import static io.plimsoll.engine.session.Drl.FIND;
import static io.plimsoll.engine.session.Drl.annotated;
import static io.plimsoll.engine.session.Drl.problems;
import static io.plimsoll.engine.session.Drl.rule;
import static io.plimsoll.engine.session.Drl.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedRulesTest {
  private static final String NOTES = "@severity( INFO ) @description( \"x\" ) @runbook( \"x\" )";

  @TempDir Path folder;

  @Test
  void aSyntaxError() {
    refuses(10, "a.x", "syntax error", "rule \"a.x\"\nwhen\n  $f : Feed( state ==\nthen\nend\n");
  }

  @Test
  void anUnknownFact() {
    refuses(
        10,
        "a.x",
        "rule (a.x) matches (AccountRisc), which is no known fact. Maybe (AccountRisk).",
        rule("a.x", "$f : AccountRisc()", FIND));
  }

  @Test
  void aFactThatIsNotImported() throws Exception {
    var text =
        "package p\n" + annotated("a.x", NOTES, "$f : Feed()", "System.identityHashCode( $f );");
    java.nio.file.Files.writeString(folder.resolve("a.drl"), text);

    assertThat(problems(folder).getFirst())
        .hasToString(
            "%s:5: rule (a.x) matches (Feed), which is no known fact. Add (import io.plimsoll.engine.fact.Feed)."
                .formatted(folder.resolve("a.drl")));
  }

  @Test
  void anUnknownProperty() {
    refuses(
        11,
        "a.x",
        "rule (a.x) reads (dayLos) of AccountRisk, which has no such property. Maybe (dayLoss).",
        rule("a.x", "$f : AccountRisk( plan != \"none\",\n  dayLos == Rung.ALERT )", FIND));
  }

  @Test
  void anUnknownPropertyOfAJoin() {
    refuses(
        11,
        "a.x",
        "rule (a.x) reads (acountId) of Position, which has no such property. Maybe (accountId).",
        rule("a.x", "$f : AccountRisk()\n Position( acountId == $f.accountId )", FIND));
  }

  @Test
  void anUnknownPropertyAfterADot() {
    refuses(
        11,
        "a.x",
        "rule (a.x) reads (acount) of AccountRisk, which has no such property.",
        rule("a.x", "$f : AccountRisk()\n Position( accountId == $f.acount )", FIND));
  }

  @Test
  void anUnknownConstant() {
    refuses(
        10,
        "a.x",
        "rule (a.x) reads (REACHD) of Level, which has no such property. Maybe (REACHED).",
        rule("a.x", "$f : AccountRisk( trailing == Level.REACHD )", FIND));
  }

  @Test
  void aConstantWithoutItsClass() {
    refuses(
        10,
        "a.x",
        "rule (a.x) compares with (REACHED), which never matches. Write (Level.REACHED).",
        rule("a.x", "$f : AccountRisk( trailing == REACHED )", FIND));
  }

  @Test
  void aConstantWithoutItsClassInAListWhichWouldBuild() {
    refuses(
        10,
        "a.x",
        "rule (a.x) compares with (STALE), which never matches. Write (Feed.State.STALE).",
        rule("a.x", "$f : Feed( state in (STALE) )", FIND));
  }

  @Test
  void aConstantThatSeveralFactsHaveIsNamedWithTheEnumOfTheOneThatIsMatched() {
    refuses(
        10,
        "a.x",
        "rule (a.x) compares with (New), which never matches. Write (ExecutionReport.ExecType.New).",
        rule("a.x", "$f : ExecutionReport( execType == New )", FIND));
  }

  @Test
  void anUnknownMethodInTheConsequence() {
    refuses(
        11,
        "a.x",
        "rule (a.x) does not compile: The method abuot(String) is undefined for the type Finding",
        rule("a.x", "$f : Feed()", "insertLogical( Finding.of( drools, $f ).abuot( \"x\" ) );"));
  }

  @Test
  void arithmeticThatJavaDoesNotKnow() {
    refuses(
        10,
        "a.x",
        "rule (a.x) does not compile: The operator - is undefined",
        rule("a.x", "$f : AccountFigures( equity <= -room )", FIND));
  }

  @Test
  void anUnboundName() {
    refuses(
        11,
        "a.x",
        "rule (a.x) does not compile: $g cannot be resolved",
        rule("a.x", "$f : Feed()", "insertLogical( Finding.of( drools, $g ) );"));
  }

  @Test
  void everyRuleThatDoesNotCompileIsNamed() {
    write(
        folder,
        "a.drl",
        rule("a.x", "$f : Feed( stat == Feed.State.STALE )", FIND),
        rule("a.good", "$f : Feed()", FIND),
        rule("a.y", "$f : AccountRisk( plann == \"none\" )", FIND));
    write(folder, "b.drl", rule("b.x", "$f : Feed( shart == 1 )", FIND));

    assertThat(problems(folder)).extracting(RuleProblem::rule).containsExactly("a.x", "a.y", "b.x");
  }

  @Test
  void twoRulesOfOneNameInTwoFiles() {
    var first = write(folder.resolve("1"), "a.drl", rule("a.x", "$f : Feed()", FIND));
    var second = write(folder.resolve("2"), "a.drl", rule("a.x", "$f : Feed()", FIND));

    assertThat(problems(folder.resolve("1"), folder.resolve("2")))
        .containsExactly(
            new RuleProblem(
                second, 6, "a.x", "rule (a.x) exists already in %s. Rename one.".formatted(first)));
  }

  @Test
  void twoRulesOfOneNameInOneFile() {
    refuses(
        14,
        "a.x",
        "rule (a.x) exists already",
        rule("a.x", "$f : Feed()", FIND) + rule("a.x", "$f : Feed()", FIND));
  }

  @Test
  void aNameThatDoesNotStartWithItsFiles() {
    refuses(
        6,
        "b.x",
        "rule (b.x) must be named (a.<state>), after its file.",
        rule("b.x", "$f : Feed()", FIND));
  }

  @Test
  void aNameWithoutAState() {
    refuses(6, "a.", "must be named (a.<state>)", rule("a.", "$f : Feed()", FIND));
  }

  @Test
  void noSeverity() {
    refuses(
        6,
        "a.x",
        "rule (a.x) has no @severity. Write @severity( WARNING ), or another of [CRITICAL, WARNING, INFO].",
        annotated("a.x", "@description( \"x\" ) @runbook( \"x\" )", "$f : Feed()", FIND));
  }

  @Test
  void aSeverityThatThereIsNot() {
    refuses(
        6,
        "a.x",
        "rule (a.x) has the severity (HIGH). Write one of [CRITICAL, WARNING, INFO].",
        annotated("a.x", NOTES.replace("INFO", "HIGH"), "$f : Feed()", FIND));
  }

  @Test
  void noDescription() {
    refuses(
        6,
        "a.x",
        "rule (a.x) has no @description. Write @description( \"...\" ).",
        annotated("a.x", "@severity( INFO ) @runbook( \"x\" )", "$f : Feed()", FIND));
  }

  @Test
  void noRunbook() {
    refuses(
        6,
        "a.x",
        "rule (a.x) has no @runbook. Write @runbook( \"...\" ).",
        annotated("a.x", "@severity( INFO ) @description( \"x\" )", "$f : Feed()", FIND));
  }

  @Test
  void aValueThatIsNoFigure() {
    refuses(
        6,
        "a.x",
        "rule (a.x) names (equitty) as @value, which is no figure of AccountFigures. Maybe (equity).",
        annotated("a.x", NOTES + " @value( equitty )", "$f : Feed()", FIND));
  }

  @Test
  void aLimitThatIsNoFigure() {
    refuses(
        6,
        "a.x",
        "rule (a.x) names (accountId) as @limit",
        annotated("a.x", NOTES + " @limit( accountId )", "$f : Feed()", FIND));
  }

  @Test
  void askingWithoutALatchedState() {
    refuses(
        6,
        "a.x",
        "rule (a.x) asks for an account action and matches no AccountRisk. Match a latched state of it.",
        rule(
            "a.x",
            "$f : AccountFigures( room <= 0 )",
            "insertLogical( Finding.of( drools, $f ).asks( Restriction.CANCEL ) );"));
  }

  @Test
  void askingWhereTheStateIsOnlyAbsent() {
    refuses(
        6,
        "a.x",
        "matches no AccountRisk",
        rule(
            "a.x",
            "$f : AccountFigures( room <= 0 ) not AccountRisk()",
            "insertLogical( Finding.of( drools, $f ).asks( Restriction.CANCEL ) );"));
  }

  @Test
  void aFindingThatIsNotLogical() {
    refuses(
        6,
        "a.x",
        "rule (a.x) inserts a finding that never ends. Write insertLogical.",
        rule("a.x", "$f : Feed()", "insert( Finding.of( drools, $f ) );"));
  }

  @Test
  void aRuleThatHaltsTheOthers() {
    refuses(6, "a.x", "rule (a.x) halts all rules.", rule("a.x", "$f : Feed()", "drools.halt();"));
  }

  @Test
  void aRuleThatExtendsAGoodOneIsNotBlamedForABadOne() {
    refuses(
        27,
        "a.bad",
        "reads (shart) of Feed",
        "query stale() Feed() end\n"
            + rule("a.x", "$f : Feed()", FIND)
            + rule("a.y", "?stale()", "").replace("\"a.y\"", "\"a.y\" extends \"a.x\"")
            + rule("a.bad", "$f : Feed( shart == 1 )", FIND));
  }

  @Test
  void aFunctionThatDoesNotCompile() {
    write(
        folder,
        "a.drl",
        "function int twice( int n ) { return n * m; }\n" + rule("a.x", "$f : Feed()", FIND));
    assertThat(problems(folder)).isNotEmpty();
  }

  @Test
  void anImportThatIsNotThere() {
    write(
        folder, "a.drl", "import io.plimsoll.engine.fact.Fed\n" + rule("a.x", "$f : Feed()", FIND));
    assertThat(problems(folder).getFirst().text()).contains("io.plimsoll.engine.fact.Fed");
  }

  @Test
  void aFolderThatIsNotThere() {
    var nowhere = folder.resolve("nowhere");
    assertThat(problems(nowhere))
        .containsExactly(
            new RuleProblem(
                nowhere,
                0,
                "",
                "the folder cannot be read (NoSuchFileException). Name a folder that holds *.drl files."));
  }

  @Test
  void aFolderWithoutRules() {
    write(folder, "a.drl");
    assertThat(problems(folder).getFirst().text()).startsWith("no rule was found in");
  }

  @Test
  void noFolder() {
    assertThat(problems()).hasSize(1);
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    write(folder, "a.drl", annotated("b.x", "", "$f : Fed()", FIND));
    assertThat(problems(folder)).hasSize(5);
  }

  private void refuses(int line, String rule, String text, String drl) {
    var file = write(folder, "a.drl", drl);
    assertThat(problems(folder))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.toString()).startsWith(file + ":" + line + ": ").contains(text);
          assertThat(problem.rule()).isEqualTo(rule);
        });
  }
}
