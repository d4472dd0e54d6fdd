package io.plimsoll.engine.session;

import io.plimsoll.engine.session.Finding.Identity;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Facts by key, and what the rules hold true of them. For one thread. After a {@link
 * FiringResult.Failed} only {@link #facts()}, {@link #findings()} and {@link #close()} may be
 * called: Drools would leave a finding of the failed rule in place for ever.
 */
public final class RuleSession implements AutoCloseable {
  private static final int ROUND = 10_000;

  private final KieSession session;
  private final Set<String> rules;
  private final Set<Class<?>> factTypes;
  private final LiveFindings findings = new LiveFindings();
  private final Map<Object, Entry> entries = new HashMap<>();
  private FiringResult.@Nullable Failed failure;
  private boolean failureTold;

  /** A fact and Drools' handle to it; no handle while its insertion has not succeeded. */
  private record Entry(Object fact, @Nullable FactHandle handle) {}

  RuleSession(KieSession session, Set<String> rules, Set<Class<?>> factTypes) {
    this.session = session;
    this.rules = rules;
    this.factTypes = factTypes;
    session.addEventListener(findings);
  }

  /**
   * Inserts the fact with this key, or replaces it as a whole.
   *
   * @return whether there is something new to fire for: false when no rule matches the fact's class
   *     or it equals the present one
   */
  public boolean put(Object key, Object fact) {
    requireUsable();
    if (!factTypes.contains(fact.getClass())) {
      return remove(key);
    }
    var present = entries.get(key);
    if (present != null && present.fact().equals(fact)) {
      return false;
    }
    // Kept first, so that a rebuilt session gets it even if a rule throws on it now.
    entries.put(key, new Entry(fact, present == null ? null : present.handle()));
    attempt(() -> entries.put(key, new Entry(fact, place(present, fact))));
    return true;
  }

  /**
   * Takes the fact with this key out.
   *
   * @return whether there was one
   */
  public boolean remove(Object key) {
    requireUsable();
    var entry = entries.remove(key);
    if (entry == null) {
      return false;
    }
    attempt(() -> {
      if (entry.handle() != null) {
        session.delete(entry.handle());
      }
    });
    return true;
  }

  /** Fires all rules, and says what is held otherwise than after the firing before. */
  public FiringResult fire() {
    requireUsable();
    attempt(this::fireAll);
    var failed = failure;
    failureTold = failed != null;
    return failed == null ? new FiringResult.Changed(findings.settle()) : failed;
  }

  /** The facts that rules match, by key. */
  public Map<Object, Object> facts() {
    var facts = new HashMap<Object, Object>();
    entries.forEach((key, entry) -> facts.put(key, entry.fact()));
    return facts;
  }

  /** Everything held after the last firing that succeeded. */
  public Map<Identity, Held> findings() {
    return Collections.unmodifiableMap(findings.held());
  }

  @Override
  public void close() {
    session.dispose();
  }

  private FactHandle place(@Nullable Entry present, Object fact) {
    if (present == null || present.handle() == null) {
      return session.insert(fact);
    }
    if (present.fact().getClass() == fact.getClass()) {
      session.update(present.handle(), fact);
      return present.handle();
    }
    session.delete(present.handle());
    return session.insert(fact);
  }

  private void fireAll() {
    long fired = 0;
    while (session.fireAllRules(ROUND) == ROUND) {
      fired += ROUND;
      var watch = new LoopWatch();
      boolean goesOn = watch.fireSome(session);
      if (goesOn && (watch.sawRepeats() || fired > limit())) {
        throw new EndlessFiringException(fired, watch.culprits());
      }
    }
  }

  /** Far above what rules that come to an end need. */
  private long limit() {
    return 1_000_000L + 100L * rules.size() * entries.size();
  }

  /** Does it, unless something has thrown before; what it throws fails the session. */
  private void attempt(Runnable change) {
    if (failure != null) {
      return;
    }
    try {
      change.run();
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      failure = new FiringResult.Failed(Blame.of(e, rules), e);
    }
  }

  private void requireUsable() {
    if (failureTold) {
      throw new IllegalStateException(
          "The session has failed. Close it and open one without the rules to blame.");
    }
  }
}
