package io.plimsoll.rules;

import io.plimsoll.engine.session.RuleCase;
import io.plimsoll.engine.session.RuleVerifier;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the rules of this repository, wherever the tests are started from. */
final class ShippedRules {
  static final Path FOLDER = above(Path.of("rules", "drl"));
  static final Path EXAMPLES = FOLDER.resolve("examples");
  static final Path PAGES = above(Path.of("docs", "rules"));

  private ShippedRules() {}

  static RuleCase rule(String name) {
    return RuleVerifier.rule(name).from(FOLDER, EXAMPLES);
  }

  private static Path above(Path wanted) {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(wanted))) {
        return at.resolve(wanted);
      }
    }
    throw new AssertionError("There is no folder (%s) here or above.".formatted(wanted));
  }
}
