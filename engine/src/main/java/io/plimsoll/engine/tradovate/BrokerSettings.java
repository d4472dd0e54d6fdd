package io.plimsoll.engine.tradovate;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the broker is and how to speak to it.
 *
 * @param rest base of the REST endpoints, such as {@code https://demo.tradovateapi.com/v1}
 * @param socket the user socket, {@code .../v1/websocket}
 * @param marketData the market-data socket; absent: open P&amp;L stays unknown while positions are
 *     held
 * @param heartbeat how often the client speaks; the vendor asks for 2.5 s
 * @param silence after this long without any frame the socket counts as dead
 * @param timeout of one REST call
 * @param limits calls beyond these are not sent
 */
public record BrokerSettings(
    URI rest,
    URI socket,
    @Nullable URI marketData,
    Credentials credentials,
    Following following,
    Duration heartbeat,
    Duration silence,
    Duration timeout,
    BrokerLimits limits) {
  private static final int MOST_SHARDS_WITH_PRICES = 24;

  /**
   * @throws IllegalArgumentException when that makes more sockets than the vendor allows a user
   */
  public BrokerSettings {
    if (marketData != null && following.shards() > MOST_SHARDS_WITH_PRICES) {
      throw new IllegalArgumentException(
          "broker.follow.shards (%d) must be at most %d with market data, for which each needs a second socket: the vendor allows about 50 sockets a user. Use fewer, or market-data: none."
              .formatted(following.shards(), MOST_SHARDS_WITH_PRICES));
    }
  }

  /** The live host takes no {@code setadminautoliqaction} (vendor's partner pages). */
  public boolean isLive() {
    return rest.getHost() != null && rest.getHost().startsWith("live");
  }
}
