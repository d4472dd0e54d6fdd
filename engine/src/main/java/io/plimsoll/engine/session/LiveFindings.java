package io.plimsoll.engine.session;

import io.plimsoll.engine.session.Finding.Identity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;

/**
 * Counts the findings in one session, and nets them per identity: a changed finding arrives as an
 * insert and then a delete, and several findings may share an identity.
 */
final class LiveFindings extends DefaultRuleRuntimeEventListener {
  private final Map<Identity, Map<Finding, Integer>> live = new HashMap<>();
  private final Set<Identity> touched = new HashSet<>();
  private final Map<Identity, Held> held = new HashMap<>();

  @Override
  public void objectInserted(ObjectInsertedEvent event) {
    if (event.getObject() instanceof Finding finding) {
      touched.add(finding.identity());
      live.computeIfAbsent(finding.identity(), identity -> new HashMap<>())
          .merge(finding, 1, Integer::sum);
    }
  }

  @Override
  public void objectDeleted(ObjectDeletedEvent event) {
    if (event.getOldObject() instanceof Finding finding) {
      touched.add(finding.identity());
      live.computeIfPresent(
          finding.identity(),
          (identity, counts) -> {
            counts.computeIfPresent(finding, (same, count) -> count == 1 ? null : count - 1);
            return counts.isEmpty() ? null : counts;
          });
    }
  }

  /** What changed since the settling before; what is held becomes what is live. */
  Map<Identity, Optional<Held>> settle() {
    var changes = new HashMap<Identity, Optional<Held>>();
    for (var identity : touched) {
      var now = Held.of(live.getOrDefault(identity, Map.of()).keySet());
      if (!now.equals(Optional.ofNullable(held.get(identity)))) {
        changes.put(identity, now);
        now.ifPresentOrElse(some -> held.put(identity, some), () -> held.remove(identity));
      }
    }
    touched.clear();
    return changes;
  }

  /** As of the last settling. */
  Map<Identity, Held> held() {
    return held;
  }
}
