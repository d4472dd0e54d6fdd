package io.plimsoll.engine.shard;

import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.Following;
import io.plimsoll.engine.tradovate.Inbound;
import io.plimsoll.engine.tradovate.entity.AdminAlertSignal;
import java.util.List;

/**
 * Of the broker's alerts those that this shard tells of. Each comes to every socket, and a list
 * read over REST has all of them; without this each shard would find the same.
 */
record OwnAlerts(Following following, int shard) {

  Inbound of(Inbound inbound) {
    return following.shards() == 1
        ? inbound
        : switch (inbound) {
          case Inbound.Snapshot(var changes) when isMixed(changes) ->
              new Inbound.Snapshot(changes.stream().filter(this::isOwn).toList());
          case Inbound.Changes(var changes) when isMixed(changes) ->
              new Inbound.Changes(changes.stream().filter(this::isOwn).toList());
          case Inbound.Fetched(var asked, var entities, var unread) when isMixed(entities) ->
              new Inbound.Fetched(asked, entities.stream().filter(this::isOwn).toList(), unread);
          case Inbound.Snapshot _,
              Inbound.Changes _,
              Inbound.Fetched _,
              Inbound.Synchronizing _,
              Inbound.Quotes _,
              Inbound.Unquoted _,
              Inbound.Worth _,
              Inbound.Down _,
              Inbound.PricesUp _,
              Inbound.PricesDown _ ->
              inbound;
        };
  }

  private boolean isMixed(List<? extends EntityChange> changes) {
    for (var change : changes) {
      if (!isOwn(change)) {
        return true;
      }
    }
    return false;
  }

  /** One about no account, or no user, is the first shard's. */
  private boolean isOwn(EntityChange change) {
    if (!(change instanceof EntityChange.Upsert(AdminAlertSignal alert))) {
      return true;
    }
    var about =
        switch (following.by()) {
          case ACCOUNT -> alert.relatedToAccountId();
          case USER -> alert.relatedToUserId();
        };
    return Math.floorMod(about == null ? 0L : about, (long) following.shards()) == shard;
  }
}
