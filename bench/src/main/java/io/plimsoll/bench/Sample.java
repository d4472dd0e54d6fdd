package io.plimsoll.bench;

import java.time.Duration;
import java.util.Locale;

/**
 * One look at the engine.
 *
 * @param at since the first look
 * @param fed so much was told to all shards since the look before, a second
 * @param oldest the longest that a shard has had no news
 * @param stuck shards that do not answer, or have had no news for too long
 * @param live shards that see the broker as it is
 */
record Sample(
    Duration at,
    long fed,
    long entities,
    long heap,
    Duration oldest,
    int stuck,
    int live,
    int shards) {
  static final String HEAD = "   time    told/s  entities   heap MB  no news for  live  stuck";

  String line() {
    return String.format(
        Locale.ROOT,
        "%5d s %,9d %,9d %,9.1f %10d s %3d/%d %6d",
        at.toSeconds(),
        fed,
        entities,
        heap / (double) (1 << 20),
        oldest.toSeconds(),
        live,
        shards,
        stuck);
  }
}
