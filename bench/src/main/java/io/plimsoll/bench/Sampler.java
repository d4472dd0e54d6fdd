package io.plimsoll.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes samples of an engine; each counts the objects in use, after a collection. */
final class Sampler {
  private final EngineSide engine;
  private final Duration patience;
  private @Nullable Instant first;
  private Instant before = Instant.EPOCH;
  private long fedBefore;

  /**
   * @param patience a shard without news for longer is stuck
   */
  Sampler(EngineSide engine, Duration patience) {
    this.engine = engine;
    this.patience = patience;
  }

  Sample take(Instant now) throws InterruptedException {
    var states = engine.states();
    long fed = states.stream().mapToLong(EngineSide.State::fed).sum();
    var start = first == null ? now : first;
    long millis = Math.max(1, Duration.between(before, now).toMillis());
    var sample =
        new Sample(
            Duration.between(start, now),
            first == null ? 0 : (fed - fedBefore) * 1000 / millis,
            states.stream().mapToLong(EngineSide.State::entities).sum(),
            LiveHeap.bytes(),
            oldest(states, now),
            (int) states.stream().filter(state -> isStuck(state, now)).count(),
            (int) states.stream().filter(EngineSide.State::isLive).count(),
            states.size());
    first = start;
    before = now;
    fedBefore = fed;
    return sample;
  }

  private boolean isStuck(EngineSide.State state, Instant now) {
    return !state.answers() || silence(state, now).compareTo(patience) > 0;
  }

  private static Duration oldest(List<EngineSide.State> states, Instant now) {
    return states.stream()
        .filter(EngineSide.State::answers)
        .map(state -> silence(state, now))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static Duration silence(EngineSide.State state, Instant now) {
    return Duration.between(state.lastFed(), now);
  }
}
