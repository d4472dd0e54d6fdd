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

  /** The live host takes no {@code setadminautoliqaction} (vendor's partner pages). */
  public boolean isLive() {
    return rest.getHost() != null && rest.getHost().startsWith("live");
  }
}
