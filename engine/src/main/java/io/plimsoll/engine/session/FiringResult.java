package io.plimsoll.engine.session;

import io.plimsoll.engine.session.Finding.Identity;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What became of one firing of the rules. */
public sealed interface FiringResult {
  /**
   * All rules have fired.
   *
   * @param changes what is held now, for each identity that is held otherwise than after the firing
   *     before; empty when it is held no longer
   */
  record Changed(Map<Identity, Optional<Held>> changes) implements FiringResult {
    public Changed {
      changes = Map.copyOf(changes);
    }
  }

  /**
   * A rule threw, or never came to an end. The session is of no further use.
   *
   * @param rules the rules to blame; several when they share the condition that threw; empty when
   *     Drools does not say
   */
  record Failed(Set<String> rules, Throwable cause) implements FiringResult {
    public Failed {
      rules = Set.copyOf(rules);
    }
  }
}
