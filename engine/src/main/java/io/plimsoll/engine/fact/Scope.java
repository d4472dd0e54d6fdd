package io.plimsoll.engine.fact;

/** What a finding is about: one account or one shard. */
public sealed interface Scope {
  record OfAccount(long accountId) implements Scope {
    @Override
    public String toString() {
      return "account:" + accountId;
    }
  }

  record OfShard(int shard) implements Scope {
    @Override
    public String toString() {
      return "shard:" + shard;
    }
  }

  /** The scope written by {@link Object#toString()}. */
  static Scope parse(String text) {
    int colon = text.indexOf(':');
    long id = Long.parseLong(text.substring(colon + 1));
    return text.startsWith("account:") ? new OfAccount(id) : new OfShard(Math.toIntExact(id));
  }
}
