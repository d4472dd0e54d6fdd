package io.plimsoll.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Rule text for tests. The first line of a condition is line 10 of a file with one rule. */
final class Drl {
  static final String HEAD =
      """
      package io.plimsoll.rules

      import io.plimsoll.engine.fact.*
      import io.plimsoll.engine.tradovate.entity.*
      import io.plimsoll.engine.session.Finding
      """;
  static final String FIND = "insertLogical( Finding.of( drools, $f ) );";

  private Drl() {}

  static String rule(String name, String when, String then) {
    return annotated(
        name,
        """
        @severity( WARNING ) @description( "It is so." )
        @runbook( "docs/rules/it.md" )\
        """,
        when,
        then);
  }

  static String annotated(String name, String annotations, String when, String then) {
    return "rule \"%s\"\n%s\nwhen\n%s\nthen\n%s\nend\n".formatted(name, annotations, when, then);
  }

  static Path write(Path folder, String file, String... rules) {
    try {
      Files.createDirectories(folder);
      return Files.writeString(folder.resolve(file), HEAD + String.join("\n", rules));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Compiles one file of the user's own, {@code own.drl}, beside an empty folder of shipped rules.
   */
  static RuleSet own(Path folder, String... rules) {
    write(folder.resolve("own"), "own.drl", rules);
    write(folder.resolve("shipped"), "none.drl");
    return loaded(folder.resolve("shipped"), folder.resolve("own"));
  }

  static RuleSet loaded(Path... folders) {
    var load = RuleSet.load(List.of(folders));
    assertThat(load).as(load.toString()).isInstanceOf(RuleLoad.Loaded.class);
    return ((RuleLoad.Loaded) load).rules();
  }

  static List<RuleProblem> problems(Path... folders) {
    var load = RuleSet.load(List.of(folders));
    assertThat(load).isInstanceOf(RuleLoad.Refused.class);
    return ((RuleLoad.Refused) load).problems();
  }
}
