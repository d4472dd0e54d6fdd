package io.plimsoll.engine.book;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Lets a rise of the broker's equity maximum stand for a while before it counts. It comes on
 * another socket than prices: for a moment it may know of a price that our equity does not, and a
 * floor raised by it would lie above an equity that is only late. The first one known counts at
 * once: by the time a snapshot is taken for complete, prices have come after it.
 */
public final class Ripening {
  /** Quotes come several times a second. */
  private static final Duration AFTER = Duration.ofSeconds(2);

  private @Nullable BigDecimal seen;
  private @Nullable BigDecimal young;
  private @Nullable BigDecimal ripe;
  private Instant since = Instant.EPOCH;

  void saw(@Nullable BigDecimal maximum) {
    seen = maximum;
  }

  /** What counts now; null while none was sent. A fall counts at once. */
  public @Nullable BigDecimal ripe(Instant now) {
    if (seen == null || ripe == null || seen.compareTo(ripe) <= 0) {
      ripe = seen;
      young = null;
    } else if (young == null || seen.compareTo(young) < 0) {
      rises(seen, now);
    } else if (!now.isBefore(since.plus(AFTER)) || now.isBefore(since)) {
      ripe = young;
      young = null;
      if (seen.compareTo(ripe) > 0) {
        rises(seen, now);
      }
    }
    return ripe;
  }

  private void rises(BigDecimal maximum, Instant now) {
    young = maximum;
    since = now;
  }

  /** When to ask again though nothing came in; null when nothing ripens. */
  public @Nullable Instant next() {
    return young == null ? null : since.plus(AFTER);
  }
}
