package io.plimsoll.engine.journal;

import java.time.Duration;

/**
 * How much and how long.
 *
 * @param waiting characters of all frames that may wait for the journal's thread
 * @param block bytes of lines after which a block ends
 * @param file bytes of lines after which a file ends; the next start reads the last file through,
 *     so it must not be too long
 * @param flushAfter age of a block's first line at which the block ends, well within a second
 * @param retryAfter pause after a failure
 */
record Limits(long waiting, int block, long file, Duration flushAfter, Duration retryAfter) {
  static final Limits USUAL =
      new Limits(128L << 20, 4 << 20, 1L << 30, Duration.ofMillis(750), Duration.ofSeconds(1));
}
