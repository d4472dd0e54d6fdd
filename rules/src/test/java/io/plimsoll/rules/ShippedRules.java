package io.plimsoll.rules;

import io.plimsoll.engine.session.RuleCase;
import io.plimsoll.engine.session.RuleLoad;
import io.plimsoll.engine.session.RuleSet;
import io.plimsoll.engine.session.RuleVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the rules of this repository, wherever the tests are started from. */
final class ShippedRules {
  static final Path FOLDER = above(Path.of("rules", "drl"));
  static final Path EXAMPLES = FOLDER.resolve("examples");
  static final Path PAGES = above(Path.of("docs", "rules"));
  static final Path TESTS =
      above(Path.of("rules", "src", "test", "java", "io", "plimsoll", "rules"));

  private ShippedRules() {}

  static RuleCase rule(String name) {
    return RuleVerifier.rule(name).from(FOLDER, EXAMPLES);
  }

  /** Those that ship, without the examples, compiled once. */
  static RuleSet shipped() {
    return Compiled.SHIPPED;
  }

  private static Path above(Path wanted) {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(wanted))) {
        return at.resolve(wanted);
      }
    }
    throw new AssertionError("There is no folder (%s) here or above.".formatted(wanted));
  }

  private static final class Compiled {
    static final RuleSet SHIPPED =
        switch (RuleSet.load(List.of(FOLDER))) {
          case RuleLoad.Loaded(var rules) -> rules;
          case RuleLoad.Refused refused -> throw new AssertionError(refused.toString());
        };
  }
}
