package io.plimsoll.simulator.wire;

import java.time.Duration;

/**
 * How a sync request is answered. The mode counts where the client asks for a split response. The
 * pause comes before each message but the first; with {@code propsFirst} some events, and a pause,
 * come before that one too. With {@code repeats} each message is sent again after its successor.
 */
public record SyncShape(SplitMode mode, Duration pause, boolean propsFirst, boolean repeats) {
  public static SyncShape of(SplitMode mode) {
    return new SyncShape(mode, Duration.ZERO, false, false);
  }

  public SyncShape pausing(Duration between) {
    return new SyncShape(mode, between, propsFirst, repeats);
  }

  public SyncShape afterSomeProps() {
    return new SyncShape(mode, pause, true, repeats);
  }

  public SyncShape repeating() {
    return new SyncShape(mode, pause, propsFirst, true);
  }
}
