package io.plimsoll.engine.session;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.modelcompiler.constraints.ConstraintEvaluationException;
import org.kie.api.runtime.rule.ConsequenceException;

/** Which rules an exception out of a session is to be blamed on. */
final class Blame {
  /**
   * Such as {@code Error evaluating constraint 'room * 2 <= 5' in [Rule "a.x", "a.y" in a.drl]}.
   */
  private static final Pattern RULES = Pattern.compile("\\[Rule (\".*)]", Pattern.DOTALL);

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  private Blame() {}

  /**
   * A consequence names its rule, a condition all rules that share it. An {@code eval}, and an
   * accumulate's function, name none.
   *
   * @param known the rules of the session
   * @return some of the known rules; empty when none can be named
   */
  static Set<String> of(Throwable thrown, Set<String> known) {
    var blamed = new HashSet<String>();
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      switch (at) {
        case EndlessFiringException endless -> blamed.addAll(endless.rules());
        case ConsequenceException consequence -> blamed.add(consequence.getRule().getName());
        case ConstraintEvaluationException condition -> blamed.addAll(named(condition));
        default -> {}
      }
    }
    blamed.retainAll(known);
    return blamed;
  }

  private static Set<String> named(ConstraintEvaluationException condition) {
    var names = new HashSet<String>();
    var list = RULES.matcher(String.valueOf(condition.getMessage()));
    if (list.find()) {
      QUOTED.matcher(list.group(1)).results().forEach(match -> names.add(match.group(1)));
    }
    return names;
  }
}
