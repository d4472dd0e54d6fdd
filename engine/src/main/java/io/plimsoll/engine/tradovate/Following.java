package io.plimsoll.engine.tradovate;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose accounts the sync requests ask for, and over how many sockets they are spread. What may not
 * be said together is from the vendor's user-synchronization guide.
 *
 * @param users follow only these users; empty: all that this login may see. The vendor takes no
 *     entityTypes with them, so everything of theirs is sent
 * @param accounts follow only these accounts; empty: all that this login may see
 * @param by which id decides on the shard
 * @param shards sockets, each with its own thread; 1 sends no sharding expression
 * @param cutoff sent as {@code cutoffTimestamp}, whose meaning the vendor does not publish; null:
 *     not sent
 * @param fullOrganization sent as {@code fullOrgSnapshot}, likewise
 */
public record Following(
    Set<Long> users,
    Set<Long> accounts,
    By by,
    int shards,
    @Nullable Instant cutoff,
    boolean fullOrganization) {
  private static final int MOST_SHARDS = 48;

  /** The vendor's expression types. */
  public enum By {
    ACCOUNT("modAccountId"),
    USER("modUserId");

    private final String wireName;

    By(String wireName) {
      this.wireName = wireName;
    }

    String wireName() {
      return wireName;
    }
  }

  /** Everything, over one socket. */
  public static final Following ALL = spread(1);

  /**
   * @throws IllegalArgumentException when the vendor would refuse the combination
   */
  public Following {
    users = Set.copyOf(users);
    accounts = Set.copyOf(accounts);
    if (shards < 1 || shards > MOST_SHARDS) {
      throw new IllegalArgumentException(
          "broker.follow.shards (%d) must be from 1 to %d: the vendor allows about 50 sockets a user."
              .formatted(shards, MOST_SHARDS));
    }
    if (shards > 1 && !(users.isEmpty() && accounts.isEmpty())) {
      throw new IllegalArgumentException(
          "broker.follow.shards (%d) cannot be used together with users or accounts. Use shards: 1, or name none."
              .formatted(shards));
    }
  }

  /** Everything, over so many sockets. */
  public static Following spread(int shards) {
    return new Following(Set.of(), Set.of(), By.ACCOUNT, shards, null, false);
  }

  /** Whether the account may be sent to this shard; by user, that cannot be known beforehand. */
  public boolean mayHold(int shard, long accountId) {
    return !isKnownBeforehand() || Math.floorMod(accountId, (long) shards) == shard;
  }

  /** Whether it is known of each account to which shard it is sent, before it is. */
  public boolean isKnownBeforehand() {
    return shards == 1 || by == By.ACCOUNT;
  }
}
