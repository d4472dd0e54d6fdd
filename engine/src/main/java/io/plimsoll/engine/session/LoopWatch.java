package io.plimsoll.engine.session;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.ObjectUpdatedEvent;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Looks on for a while at a session that has fired very often, and tells a loop from much to do: in
 * a loop the same rule fires on the same facts again and again, because a rule changes facts.
 */
final class LoopWatch {
  private static final int SAMPLE = 1_000;
  private static final int REPEATS = 5;

  private record Firing(String rule, List<FactHandle> facts) {}

  private final Map<Firing, Integer> firings = new HashMap<>();
  private final Set<String> changers = new HashSet<>();

  private final AgendaEventListener fired =
      new DefaultAgendaEventListener() {
        @Override
        public void afterMatchFired(AfterMatchFiredEvent event) {
          var match = event.getMatch();
          var facts = List.<FactHandle>copyOf(match.getFactHandles());
          firings.merge(new Firing(match.getRule().getName(), facts), 1, Integer::sum);
        }
      };

  private final RuleRuntimeEventListener changed =
      new DefaultRuleRuntimeEventListener() {
        @Override
        public void objectInserted(ObjectInsertedEvent event) {
          noteChange(event.getRule(), event.getObject());
        }

        @Override
        public void objectUpdated(ObjectUpdatedEvent event) {
          noteChange(event.getRule(), event.getObject());
        }

        @Override
        public void objectDeleted(ObjectDeletedEvent event) {
          noteChange(event.getRule(), event.getOldObject());
        }
      };

  /** Fires a little; false when that was all there was to do. */
  boolean fireSome(KieSession session) {
    session.addEventListener(fired);
    session.addEventListener(changed);
    try {
      return session.fireAllRules(SAMPLE) == SAMPLE;
    } finally {
      session.removeEventListener(fired);
      session.removeEventListener(changed);
    }
  }

  boolean sawRepeats() {
    return firings.values().stream().anyMatch(count -> count >= REPEATS);
  }

  /** The rules that change facts; a rule that is only woken by them is not to blame. */
  Set<String> culprits() {
    return changers;
  }

  private void noteChange(@Nullable Rule rule, Object object) {
    if (rule != null && !(object instanceof Finding)) {
      changers.add(rule.getName());
    }
  }
}
