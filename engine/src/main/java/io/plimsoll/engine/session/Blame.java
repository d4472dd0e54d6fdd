package io.plimsoll.engine.session;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.modelcompiler.constraints.ConstraintEvaluationException;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.ConsequenceException;

/** Which rules an exception out of a session is to be blamed on. */
final class Blame {
  /**
   * Such as {@code Error evaluating constraint 'room * 2 <= 5' in [Rule "a.x", "a.y" in a.drl]}.
   */
  private static final Pattern RULES = Pattern.compile("\\[Rule (\".*)]", Pattern.DOTALL);

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  private static final int SAMPLE = 1_000;

  /** Rules that fired on and on. */
  static final class EndlessFiringException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Set<String> rules;

    EndlessFiringException(int firings, Set<String> rules) {
      super("Still firing after %d firings: %s.".formatted(firings, rules));
      this.rules = rules;
    }
  }

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
        case EndlessFiringException endless -> blamed.addAll(endless.rules);
        case ConsequenceException consequence -> blamed.add(consequence.getRule().getName());
        case ConstraintEvaluationException condition -> blamed.addAll(named(condition));
        default -> {}
      }
    }
    blamed.retainAll(known);
    return blamed;
  }

  /** Lets a session that does not come to rest fire a little more, and looks who is at it. */
  static Set<String> stillFiring(KieSession session) {
    var counts = new HashMap<String, Integer>();
    session.addEventListener(
        new DefaultAgendaEventListener() {
          @Override
          public void afterMatchFired(AfterMatchFiredEvent event) {
            counts.merge(event.getMatch().getRule().getName(), 1, Integer::sum);
          }
        });
    int fired = session.fireAllRules(SAMPLE);
    return fired < SAMPLE ? Set.of() : mostOf(counts);
  }

  /** Those with at least half as many firings as the first: rules that wake each other. */
  private static Set<String> mostOf(Map<String, Integer> counts) {
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    counts.values().removeIf(count -> count * 2 < most);
    return Set.copyOf(counts.keySet());
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
