package io.plimsoll.notifiers.webhook;

import io.plimsoll.engine.Secret;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;

/**
 * Where messages are posted, and the key they are signed with.
 *
 * @param url https; plain http to this machine only
 * @param secret {@code whsec_} and the base64 of 24 to 64 bytes, as Standard Webhooks writes it
 * @param timeout of one whole try, from connecting to the last byte read
 */
public record WebhookSettings(URI url, Secret secret, Duration timeout) {
  private static final String PREFIX = "whsec_";
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  public WebhookSettings {
    var host = url.getHost();
    if (host == null || url.getPort() == 0 || url.getPort() > 65_535) {
      throw refused("url", "of scheme " + url.getScheme(), "Write https://host/path.");
    }
    if (url.getRawUserInfo() != null) {
      throw refused("url", "to " + host, "Take the user name and password out of it.");
    }
    var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !(scheme.equals("http") && isThisMachine(host))) {
      throw refused(
          "url", scheme + "://" + host, "Use https; http is for a receiver on this machine only.");
    }
    if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
      throw refused("timeout", timeout, "Use 1 millisecond to 10 minutes, such as 5 s.");
    }
    keyOf(secret);
  }

  /** The bytes that sign. */
  byte[] key() {
    return keyOf(secret);
  }

  private static byte[] keyOf(Secret secret) {
    var text = secret.reveal();
    var wayOut = "Write whsec_ and the base64 of 24 to 64 random bytes.";
    if (!text.startsWith(PREFIX)) {
      throw refused("secret", "not beginning with whsec_", wayOut);
    }
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
    } catch (IllegalArgumentException notBase64) {
      // The cause is left out: it may quote the secret.
      throw refused("secret", "not base64 after whsec_", wayOut);
    }
    if (key.length < 24 || key.length > 64) {
      throw refused("secret", key.length + " bytes", wayOut);
    }
    return key;
  }

  private static boolean isThisMachine(String host) {
    var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    if (bare.equalsIgnoreCase("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(bare).isLoopbackAddress();
    } catch (IllegalArgumentException aName) {
      return false;
    }
  }

  private static IllegalArgumentException refused(String name, Object value, String wayOut) {
    return new IllegalArgumentException(
        "The %s (%s) of a webhook notifier is not usable. %s".formatted(name, value, wayOut));
  }
}
