package io.plimsoll.engine.tradovate;

import io.plimsoll.engine.tradovate.entity.EntityType;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the gateway tells a shard, in the order in which it happened. */
public sealed interface Inbound {
  /** A new socket follows these types at the broker; the parts of a snapshot come next. */
  record Synchronizing(Set<EntityType> types) implements Inbound {
    public Synchronizing {
      types = Set.copyOf(types);
    }
  }

  /** A part of the snapshot. */
  record Snapshot(List<EntityChange> changes) implements Inbound {
    public Snapshot {
      changes = List.copyOf(changes);
    }
  }

  record Changes(List<EntityChange> changes) implements Inbound {
    public Changes {
      changes = List.copyOf(changes);
    }
  }

  /**
   * Entities read over REST because the stream did not bring them. They fill gaps and never replace
   * what the stream has sent.
   *
   * @param asked what was to be read
   * @param unread what of it the broker has not answered, or not readably, so that it may be there
   *     or not
   */
  record Fetched(Set<Missing> asked, List<EntityChange.Upsert> entities, Set<Missing> unread)
      implements Inbound {
    public Fetched {
      asked = Set.copyOf(asked);
      entities = List.copyOf(entities);
      unread = Set.copyOf(unread);
    }

    /** What the broker has answered, be it that there is none. */
    public Set<Missing> answered() {
      var answered = new HashSet<>(asked);
      answered.removeAll(unread);
      return answered;
    }
  }

  record Quotes(List<Quote> quotes) implements Inbound {
    public Quotes {
      quotes = List.copyOf(quotes);
    }
  }

  /** The broker does not give the quotes of this contract. */
  record Unquoted(long contractId) implements Inbound {}

  /** What the broker reckons the account to be worth, cash and open positions together. */
  record Worth(long accountId, BigDecimal netLiq) implements Inbound {}

  /** The user socket is lost: nothing new is known until the next snapshot is complete. */
  record Down(String reason) implements Inbound {}

  /** Subscriptions can be made; those of an earlier socket are gone. */
  record PricesUp() implements Inbound {}

  record PricesDown(String reason) implements Inbound {}
}
