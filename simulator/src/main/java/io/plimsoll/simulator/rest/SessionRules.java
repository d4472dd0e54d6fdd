package io.plimsoll.simulator.rest;

import java.time.Duration;

/**
 * How long a token is good and how much a user may have at once. {@code logins} are sessions; a
 * further one displaces the oldest. {@code connections} are sockets of the user, {@code addresses}
 * those of one IP address; over it the oldest is closed, and with {@code revokes} its token is no
 * longer good. 0 is no limit.
 */
public record SessionRules(
    Duration tokenLife,
    AtExpiry atExpiry,
    int logins,
    int connections,
    int addresses,
    boolean revokes) {
  public SessionRules {
    if (!tokenLife.isPositive()) {
      throw new IllegalArgumentException(
          "A token must be good for some time, not (%s).".formatted(tokenLife));
    }
  }

  /** What becomes of a socket when the token it was authorized with expires. */
  public enum AtExpiry {
    /** As the vendor's documents say. */
    stays,
    closed,
    /** Open, and nothing comes any more, as some have seen it. */
    silent
  }

  /** As published, without a limit of connections. */
  public static SessionRules published() {
    return new SessionRules(Duration.ofMinutes(90), AtExpiry.stays, 2, 0, 0, false);
  }

  public SessionRules lasting(Duration life) {
    return new SessionRules(life, atExpiry, logins, connections, addresses, revokes);
  }

  public SessionRules atExpiry(AtExpiry then) {
    return new SessionRules(tokenLife, then, logins, connections, addresses, revokes);
  }

  public SessionRules logins(int most) {
    return new SessionRules(tokenLife, atExpiry, most, connections, addresses, revokes);
  }

  public SessionRules connections(int most, boolean revoking) {
    return new SessionRules(tokenLife, atExpiry, logins, most, addresses, revoking);
  }

  public SessionRules addresses(int most) {
    return new SessionRules(tokenLife, atExpiry, logins, connections, most, revokes);
  }
}
