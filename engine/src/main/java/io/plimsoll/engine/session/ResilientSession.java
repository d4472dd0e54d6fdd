package io.plimsoll.engine.session;

import io.plimsoll.engine.session.Finding.Identity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A session that goes on without the rules that throw. A rule of the user's own that throws is
 * taken out and all facts are judged anew by the rest; where Drools does not say which rule it was,
 * all of the user's own are. A shipped rule that throws halts it. For one thread.
 */
public final class ResilientSession implements AutoCloseable {
  private final Set<String> quarantined = new HashSet<>();
  private RuleSet rules;
  private RuleSession session;
  private Judgement.@Nullable Halted halted;

  public ResilientSession(RuleSet rules) {
    this.rules = rules;
    this.session = rules.newSession();
  }

  /** As {@link RuleSession#put}; false once halted. */
  public boolean put(Object key, Object fact) {
    return halted == null && session.put(key, fact);
  }

  /** As {@link RuleSession#remove}; false once halted. */
  public boolean remove(Object key) {
    return halted == null && session.remove(key);
  }

  /** Fires all rules that are not quarantined. Once halted the answer is always the same. */
  public Judgement fire() {
    if (halted != null) {
      return halted;
    }
    return switch (session.fire()) {
      case FiringResult.Changed(var changes) -> new Judgement.Judged(changes);
      case FiringResult.Failed failed -> recover(failed);
    };
  }

  /** Everything held now; once halted, what was held before. */
  public Map<Identity, Held> findings() {
    return session.findings();
  }

  /** Whether a shipped rule threw, so that nothing is judged any more. */
  public boolean isHalted() {
    return halted != null;
  }

  /** The rules in force: those loaded less those quarantined. */
  public RuleSet rules() {
    return rules;
  }

  /** All rules taken out since this session was opened. */
  public Set<String> quarantined() {
    return Set.copyOf(quarantined);
  }

  /** Other rules from now on, in an empty session; what was quarantined or halted is forgotten. */
  public void become(RuleSet next) {
    var fresh = next.newSession();
    session.close();
    session = fresh;
    rules = next;
    quarantined.clear();
    halted = null;
  }

  @Override
  public void close() {
    session.close();
  }

  private Judgement recover(FiringResult.Failed first) {
    var before = session.findings();
    var out = new HashSet<String>();
    var own = ownRules();
    for (var failed = first; ; ) {
      var culprits = failed.rules().isEmpty() ? own : failed.rules();
      if (culprits.isEmpty() || !own.containsAll(culprits)) {
        halted = new Judgement.Halted(failed.rules(), failed.cause());
        return halted;
      }
      out.addAll(culprits);
      own.removeAll(out);
      var rest = rules.without(out);
      var next = reopened(rest);
      switch (next.fire()) {
        case FiringResult.Failed again -> {
          next.close();
          failed = again;
        }
        case FiringResult.Changed changed -> {
          session.close();
          session = next;
          rules = rest;
          quarantined.addAll(out);
          return quarantine(out, first.cause(), before, next.findings());
        }
      }
    }
  }

  /** The rules that may be taken out. */
  private Set<String> ownRules() {
    return rules.rules().values().stream()
        .filter(rule -> !rule.shipped())
        .map(RuleInfo::name)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private RuleSession reopened(RuleSet rest) {
    var next = rest.newSession();
    session.facts().forEach(next::put);
    return next;
  }

  private static Judgement.Quarantined quarantine(
      Set<String> out, Throwable cause, Map<Identity, Held> before, Map<Identity, Held> after) {
    var changes = new HashMap<Identity, Optional<Held>>();
    var orphaned = new HashMap<Identity, Held>();
    before.forEach((identity, held) -> {
      if (out.contains(identity.rule())) {
        orphaned.put(identity, held);
      } else if (!after.containsKey(identity)) {
        changes.put(identity, Optional.empty());
      }
    });
    after.forEach((identity, held) -> {
      if (!held.equals(before.get(identity))) {
        changes.put(identity, Optional.of(held));
      }
    });
    return new Judgement.Quarantined(out, cause, changes, orphaned);
  }
}
