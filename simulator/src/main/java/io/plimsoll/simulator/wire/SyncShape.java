package io.plimsoll.simulator.wire;

/** How a sync request is answered. The mode counts where the client asks for a split response. */
public record SyncShape(SplitMode mode) {
  public static SyncShape of(SplitMode mode) {
    return new SyncShape(mode);
  }
}
