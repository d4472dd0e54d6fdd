package io.plimsoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class TestCommandTest {
  private static final String GOOD =
      """
      - case: a good one
        from: our own
        plan: { start: 50000, trailing-drawdown: { amount: 2000 } }
        steps:
          - { event: open, expect: { floor: 48000 } }
      """;
  private static final String WRONG =
      """
      - case: a wrong one
        plan: { start: 50000, trailing-drawdown: { amount: 2000 } }
        steps:
          - { event: open, expect: { floor: 48000 } }
          - equity: 49000
            expect:
              floor: 48500.5
              room: 1000
              findings: [trailing-drawdown.near/75%]
      """;
  private static final String UNREADABLE = "- { case: x, steps: [{ event: opn }] }\n";

  @TempDir private Path folder;

  private Path file(String name, String yaml) throws IOException {
    return Files.writeString(folder.resolve(name), yaml);
  }

  private Said test(Object... arguments) {
    var all = new String[arguments.length + 1];
    all[0] = "test";
    for (int i = 0; i < arguments.length; i++) {
      all[i + 1] = arguments[i].toString();
    }
    return Said.by(all);
  }

  @Test
  void allRightIsOneLineACaseAndASummary() throws IOException {
    var path = file("good.yaml", GOOD);
    var said = test(path);
    assertThat(said.exit()).isEqualTo(Exit.GOOD);
    assertThat(said.out().lines())
        .containsExactly("ok      %s:1  a good one".formatted(path), "1 case: 1 ok, 0 failed");
    assertThat(said.err()).isEmpty();
  }

  @Test
  void aDifferenceIsShownSideBySideWithItsLine() throws IOException {
    file("a.yaml", GOOD);
    var wrong = file("b.yaml", WRONG);
    var said = test(folder);
    assertThat(said.exit()).isEqualTo(Exit.DIFFERENCE);
    assertThat(said.out().lines().skip(1))
        .containsExactly(
            "FAILED  %s:1  a wrong one".formatted(wrong),
            "        line 7, step 2, Monday 2026-01-05 09:00:01",
            "                    expected                      actual",
            "          floor     48500.50                      48000.00",
            "          findings  [trailing-drawdown.near/75%]  [trailing-drawdown.near/50%]",
            "2 cases: 1 ok, 1 failed");
  }

  @Test
  void whatCannotBeReadLosesNothingElse() throws IOException {
    var bad = file("a.yaml", UNREADABLE + GOOD);
    file("b.yaml", "- [\n");
    file("c.yaml", WRONG);
    var said = test(folder);
    assertThat(said.exit()).isEqualTo(Exit.USAGE);
    assertThat(said.out())
        .contains("ok      %s:2  a good one".formatted(bad))
        .contains("a wrong one")
        .contains(bad + ":1: event (opn) is not known.")
        .contains("Maybe (open).")
        .contains(folder.resolve("b.yaml") + ":")
        .endsWith(
            "2 cases: 1 ok, 1 failed; not all could be read: 2 problems" + System.lineSeparator());
  }

  @Test
  void programsReadOneObjectALine() throws IOException {
    file("a.yaml", GOOD);
    var wrong = file("b.yaml", WRONG);
    var said = test(folder, "--format", "json");
    assertThat(said.exit()).isEqualTo(Exit.DIFFERENCE);
    var lines = said.out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst().path("case").asString()).isEqualTo("a good one");
    assertThat(lines.getFirst().path("from").asString()).isEqualTo("our own");
    assertThat(lines.getFirst().path("ok").asBoolean()).isTrue();
    assertThat(lines.getFirst().path("differences")).isEmpty();
    assertThat(lines.get(1).path("file").asString()).isEqualTo(wrong.toString());
    var difference = lines.get(1).path("differences").get(0);
    assertThat(difference.path("line").asInt()).isEqualTo(7);
    assertThat(difference.path("step").asInt()).isEqualTo(2);
    assertThat(difference.path("at").asString()).isEqualTo("2026-01-05T15:00:01Z");
    assertThat(difference.path("key").asString()).isEqualTo("floor");
    assertThat(difference.path("expected").asString()).isEqualTo("48500.50");
    assertThat(difference.path("actual").asString()).isEqualTo("48000.00");
    assertThat(lines.getLast().path("cases").asInt()).isEqualTo(2);
    assertThat(lines.getLast().path("failed").asInt()).isOne();
    assertThat(lines.getLast().path("problems")).isEmpty();
  }

  @Test
  void problemsAreInTheObjectAtTheEnd() throws IOException {
    var said = test(file("a.yaml", UNREADABLE), "--format", "json");
    assertThat(said.exit()).isEqualTo(Exit.USAGE);
    var json = JsonMapper.shared().readTree(said.out());
    assertThat(json.path("cases").asInt()).isZero();
    assertThat(json.path("problems").get(0).asString()).contains("a.yaml:1: event (opn)");
  }

  @Test
  void aPlaceThatIsNotThereIsWrongUsage() {
    var said = test(folder.resolve("none"));
    assertThat(said.exit()).isEqualTo(Exit.USAGE);
    assertThat(said.err()).contains("none) does not exist. Name a file of cases");
  }

  @Test
  void aFolderWithoutCasesIsWrongUsage() {
    assertThat(test(folder).exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void rulesThatDoNotCompileAreProblems() throws IOException {
    var rules = Files.createDirectories(folder.resolve("drl"));
    Files.writeString(rules.resolve("own.drl"), "rule {");
    var said = test(file("a.yaml", GOOD), "--rules", rules);
    assertThat(said.exit()).isEqualTo(Exit.USAGE);
    assertThat(said.out()).contains("own.drl").contains("0 cases");
  }

  @Test
  void manyCasesShowThatTheyGoOn() throws IOException {
    file("many.yaml", GOOD.repeat(101));
    var said = test(folder);
    assertThat(said.exit()).isEqualTo(Exit.GOOD);
    assertThat(said.out()).endsWith("101 cases: 101 ok, 0 failed" + System.lineSeparator());
    assertThat(said.err()).isEqualTo("100 of 101 cases" + System.lineSeparator());
  }

  /** The launcher's own command line, with nothing of the engine's log on it. */
  @Test
  void theProgramItselfPrintsTheCasesAndNothingElse() throws Exception {
    var path = file("wrong.yaml", WRONG);
    try (var program = Program.plimsoll(Map.of(), "test", path.toString(), "--format", "json")) {
      assertThat(program.exit()).isEqualTo(Exit.DIFFERENCE);
      assertThat(program.said().lines()).hasSize(2).allMatch(line -> line.startsWith("{"));
    }
  }
}
