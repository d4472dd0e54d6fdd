package io.plimsoll.notifiers.email;

import io.plimsoll.engine.Secret;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where mail is handed over, and from whom to whom. */
public record EmailSettings(
    String host,
    int port,
    Security security,
    @Nullable String username,
    @Nullable Secret password,
    String from,
    List<String> to,
    Duration timeout) {

  /** How the connection is protected. */
  public enum Security {
    NONE,
    STARTTLS,
    TLS
  }

  public EmailSettings {
    to = List.copyOf(to);
    if (!from.contains("@")) {
      throw new IllegalArgumentException("The sender (%s) is not a mail address.".formatted(from));
    }
  }
}
