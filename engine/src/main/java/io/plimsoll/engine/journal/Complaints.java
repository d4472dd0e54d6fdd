package io.plimsoll.engine.journal;

import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** After a failure: when to try again, and what the log is told, which is not every try. */
final class Complaints {
  private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private final int shard;
  private final Duration pause;
  private boolean failing;
  private long failedAt;
  private long told;
  private long toldLost;

  Complaints(int shard, Duration pause) {
    this.shard = shard;
    this.pause = pause;
  }

  boolean isPausing() {
    return failing && System.nanoTime() - failedAt < pause.toNanos();
  }

  void failed(Path folder, Throwable cause) {
    failedAt = System.nanoTime();
    if (!failing || failedAt - told > SILENCE.toNanos()) {
      told = failedAt;
      LOG.atError()
          .setMessage("journal cannot be written, trying again; frames wait, then are dropped")
          .addKeyValue("shard", shard)
          .addKeyValue("folder", folder)
          .addKeyValue("reason", cause)
          .log();
    }
    failing = true;
  }

  /**
   * @param lost so many frames up to now
   */
  void isWell(long lost) {
    if (failing) {
      failing = false;
      LOG.atInfo().setMessage("journal written again").addKeyValue("shard", shard).log();
    }
    if (lost > toldLost && (toldLost == 0 || System.nanoTime() - told > SILENCE.toNanos())) {
      told = System.nanoTime();
      toldLost = lost;
      LOG.atWarn()
          .setMessage("journal does not keep up, frames are missing from it")
          .addKeyValue("shard", shard)
          .addKeyValue("lost", lost)
          .log();
    }
  }
}
