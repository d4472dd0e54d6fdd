package io.plimsoll.engine.fact;

/** How far one shard's view of the broker can be trusted. */
public record Feed(int shard, State state) implements Scoped {

  /** Where the shard's feed stands. */
  public enum State {
    /** Connected, and the snapshot is complete. */
    LIVE,
    /** Not live for a moment; facts stand still. */
    SYNCING,
    /** Not live for longer than the settings allow. */
    STALE
  }

  @Override
  public Scope scope() {
    return new Scope.OfShard(shard);
  }
}
