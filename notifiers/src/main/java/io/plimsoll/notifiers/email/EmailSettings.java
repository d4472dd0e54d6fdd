package io.plimsoll.notifiers.email;

import io.plimsoll.engine.Secret;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which server takes the mail, and who gets it.
 *
 * @param username absent when the server asks for none; then the password is absent too
 * @param from one mailbox, such as {@code Plimsoll <plimsoll@example.org>}
 * @param to at least one mailbox
 * @param timeout of each wait: for the connection, for an answer, for a write
 */
public record EmailSettings(
    String host,
    int port,
    Security security,
    @Nullable String username,
    @Nullable Secret password,
    String from,
    List<String> to,
    Duration timeout) {

  /** How the connection is kept from other eyes. */
  public enum Security {
    /** Not at all: messages, and the password if there is one, travel in the clear. */
    NONE,
    /** Begins in the clear and must become TLS; a server that does not offer it gets nothing. */
    STARTTLS,
    /** TLS from the first byte, usually port 465. */
    TLS
  }

  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  public EmailSettings {
    to = List.copyOf(to);
    if (host.isBlank() || host.chars().anyMatch(c -> c <= ' ')) {
      throw refused("host", host, "Give the name or address of the SMTP server alone.");
    }
    if (port < 1 || port > 65_535) {
      throw refused("port", port, "Use 1 to 65535; 587 is usual for STARTTLS, 465 for TLS.");
    }
    if ((username == null) != (password == null)) {
      throw refused(
          username == null ? "username" : "password", "absent", "Give both or neither of the two.");
    }
    if (username != null && username.isBlank()) {
      throw refused("username", username, "Give both or neither of username and password.");
    }
    Mailbox.parse("from", from);
    if (to.isEmpty()) {
      throw refused("to", to, "Name at least one mailbox.");
    }
    to.forEach(mailbox -> Mailbox.parse("to", mailbox));
    if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
      throw refused("timeout", timeout, "Use 1 millisecond to 10 minutes, such as 10 s.");
    }
  }

  static IllegalArgumentException refused(String name, Object value, String wayOut) {
    return new IllegalArgumentException(
        "The %s (%s) of an e-mail notifier is not usable. %s".formatted(name, value, wayOut));
  }
}
