package io.plimsoll.app.cases;

import io.plimsoll.app.Java;
import io.plimsoll.config.CaseFile;
import io.plimsoll.config.cases.Input;
import io.plimsoll.config.cases.WorkedCase;
import io.plimsoll.engine.session.RuleLoad;
import io.plimsoll.engine.session.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Cases of tests, run with the shipped rules. */
final class Cases {
  static final RuleSet RULES = rules();

  private Cases() {}

  private static RuleSet rules() {
    return switch (RuleSet.load(List.of(Java.home().resolve("rules/drl").normalize()))) {
      case RuleLoad.Loaded(var loaded) -> loaded;
      case RuleLoad.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  /** The one case in this text. */
  static WorkedCase read(String yaml) {
    try {
      var path = Files.writeString(Files.createTempFile("case", ".yaml"), yaml);
      var file = CaseFile.read(path);
      Files.delete(path);
      if (!file.problems().isEmpty()) {
        throw new AssertionError(file.problems().toString());
      }
      return file.cases().getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a step says with these keys. */
  static Input input(String keys) {
    return read("- { case: x, steps: [{ %s }] }".formatted(keys)).steps().getFirst().input();
  }

  static CaseResult run(WorkedCase worked) {
    try (var _ = new Quiet()) {
      return new Suite(RULES).run(worked);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A case with this plan and these steps, one a line. */
  static CaseResult run(String plan, String... steps) {
    var text = new StringBuilder("- case: x\n  plan: { %s }\n  steps:\n".formatted(plan));
    for (var step : steps) {
      text.append("    - { ").append(step).append(" }\n");
    }
    return run(read(text.toString()));
  }
}
