package io.plimsoll.engine.shard;

import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.store.Effect;
import io.plimsoll.engine.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one event leads to: first committed, then done. */
final class Outcome {
  private final List<Effect> effects = new ArrayList<>();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private final Set<Watch> concerned = new LinkedHashSet<>();
  private final List<Step> ended = new ArrayList<>();

  /** An action and its account. */
  record Step(Watch watch, Action action) {}

  void save(Effect effect) {
    effects.add(effect);
  }

  /** Runs on the store's thread once everything here is durable; must be short. */
  void then(Runnable task) {
    afterCommit.add(task);
  }

  /** What is remembered of this account goes into the same commit. */
  void concerns(Watch watch) {
    concerned.add(watch);
  }

  void ended(Watch watch, Action action) {
    ended.add(new Step(watch, action));
  }

  Set<Watch> concerned() {
    return Set.copyOf(concerned);
  }

  /** Actions that ended since this was last asked. */
  List<Step> takeEnded() {
    var taken = List.copyOf(ended);
    ended.clear();
    return taken;
  }

  void commit(Store store) {
    if (effects.isEmpty()) {
      return;
    }
    var tasks = List.copyOf(afterCommit);
    var _ = store.commit(effects).thenRun(() -> tasks.forEach(Runnable::run));
  }

  /** As {@link #commit}, but returns when it is durable and done, and does it on this thread. */
  void commitAndWait(Store store) {
    if (!effects.isEmpty()) {
      store.commit(effects).join();
      afterCommit.forEach(Runnable::run);
    }
  }
}
