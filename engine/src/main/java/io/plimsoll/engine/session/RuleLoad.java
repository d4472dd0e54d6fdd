package io.plimsoll.engine.session;

import java.util.List;

/** What became of reading the rule folders. */
public sealed interface RuleLoad {
  record Loaded(RuleSet rules) implements RuleLoad {}

  /** Nothing is in force from these folders: every problem found, in the order of the files. */
  record Refused(List<RuleProblem> problems) implements RuleLoad {
    public Refused {
      problems = List.copyOf(problems);
    }

    /** One problem a line. */
    @Override
    public String toString() {
      return String.join("\n", problems.stream().map(RuleProblem::toString).toList());
    }
  }
}
