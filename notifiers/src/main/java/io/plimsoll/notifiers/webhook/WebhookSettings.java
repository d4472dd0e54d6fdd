package io.plimsoll.notifiers.webhook;

import io.plimsoll.engine.Secret;
import java.net.URI;
import java.time.Duration;

/**
 * Where requests go and what signs them.
 *
 * @param secret the key of the signature
 */
public record WebhookSettings(URI url, Secret secret, Duration timeout) {
  public WebhookSettings {
    if (url.getHost() == null) {
      throw new IllegalArgumentException("The address (%s) has no host.".formatted(url));
    }
  }
}
