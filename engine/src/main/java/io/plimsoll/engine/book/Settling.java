package io.plimsoll.engine.book;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a closing trade shows in the position and in the cash. The vendor sends the two in any
 * order; between them balance plus open P&amp;L counts the trade twice or not at all, and must
 * neither move a peak nor break a floor.
 */
public final class Settling {
  /** Another close may already be on its way when the numbers seem to agree. */
  private static final Duration QUIET = Duration.ofMillis(250);

  /** Some closes never show in the cash: bought and sold at one price. */
  private static final Duration UNMATCHED = Duration.ofSeconds(2);

  /** Whoever closes without end is judged all the same. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private int unmatched;
  private boolean fresh;
  private @Nullable Instant first;
  private @Nullable Instant last;

  void saw(Closings before, Closings now) {
    boolean closed = now.closesSince(before);
    boolean realized = now.realizesSince(before);
    if (closed) {
      unmatched++;
    }
    if (realized) {
      unmatched--;
    }
    fresh |= closed || realized;
  }

  /**
   * Whether equity may be believed now. To be asked at each reading, and again in a while if not.
   */
  public boolean isSettled(Instant now) {
    if (fresh) {
      fresh = false;
      first = first == null ? now : first;
      last = now;
    }
    if (first == null || last == null) {
      return true;
    }
    if (now.isBefore(last)) {
      // The clock was set back: waiting begins anew, or it would last as long as that.
      first = now;
      last = now;
    }
    var quiet = Duration.between(last, now);
    boolean waits = quiet.compareTo(unmatched == 0 ? QUIET : UNMATCHED) < 0;
    if (waits && Duration.between(first, now).compareTo(LONGEST) < 0) {
      return false;
    }
    unmatched = 0;
    first = null;
    last = null;
    return true;
  }
}
