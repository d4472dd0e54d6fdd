package io.plimsoll.engine.shard;

import io.plimsoll.engine.store.Effect;
import io.plimsoll.engine.store.Store;
import java.util.ArrayList;
import java.util.List;

/** What one event leads to: first committed, then done. */
final class Outcome {
  private final List<Effect> effects = new ArrayList<>();
  private final List<Runnable> afterCommit = new ArrayList<>();

  void save(Effect effect) {
    effects.add(effect);
  }

  /** Runs on the store's thread once everything here is durable; must be short. */
  void then(Runnable task) {
    afterCommit.add(task);
  }

  void commit(Store store) {
    if (effects.isEmpty()) {
      return;
    }
    var tasks = List.copyOf(afterCommit);
    var _ = store.commit(effects).thenRun(() -> tasks.forEach(Runnable::run));
  }
}
