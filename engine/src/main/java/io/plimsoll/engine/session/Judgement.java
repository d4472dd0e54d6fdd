package io.plimsoll.engine.session;

import io.plimsoll.engine.session.Finding.Identity;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What became of one firing in a session that outlives the rules that throw. */
public sealed interface Judgement {
  /**
   * All rules have fired.
   *
   * @param changes as {@link FiringResult.Changed#changes()}
   */
  record Judged(Map<Identity, Optional<Held>> changes) implements Judgement {
    public Judged {
      changes = Map.copyOf(changes);
    }
  }

  /**
   * Rules threw and were taken out; the others have fired on all facts.
   *
   * @param rules that were taken out now
   * @param changes of the other rules' findings
   * @param orphaned what the rules taken out held until now. Nothing shows that its cause has gone
   */
  record Quarantined(
      Set<String> rules,
      Throwable cause,
      Map<Identity, Optional<Held>> changes,
      Map<Identity, Held> orphaned)
      implements Judgement {
    public Quarantined {
      rules = Set.copyOf(rules);
      changes = Map.copyOf(changes);
      orphaned = Map.copyOf(orphaned);
    }
  }

  /**
   * A shipped rule threw, or one that cannot be told. Nothing is judged any more; what was held
   * stands.
   *
   * @param rules to blame; empty when they cannot be told
   */
  record Halted(Set<String> rules, Throwable cause) implements Judgement {
    public Halted {
      rules = Set.copyOf(rules);
    }
  }
}
