package io.plimsoll.config;

import io.plimsoll.notifiers.email.EmailSettings;
import io.plimsoll.notifiers.webhook.WebhookSettings;
import java.time.Duration;
import java.util.Optional;

/** One entry of {@code receivers}: the kind it is, and the settings of that kind. */
final class ReceiverReader {
  private ReceiverReader() {}

  static Optional<Receiver> read(Value value) {
    var section = Section.open(value, "email", "webhook");
    if (section.isSound() && section.has("email") == section.has("webhook")) {
      section.problem(
          "receiver (%s) must be one thing. Write email or webhook below it."
              .formatted(value.key()));
    }
    if (section.has("email")) {
      return email(section.at("email")).map(Receiver.Email::new);
    }
    return section.has("webhook")
        ? webhook(section.at("webhook")).map(Receiver.Webhook::new)
        : Optional.empty();
  }

  private static Optional<EmailSettings> email(Value value) {
    var section =
        Section.open(
            value,
            "host",
            "port",
            "security",
            "username",
            "password",
            "password-file",
            "from",
            "to",
            "timeout");
    var host = section.required("host", Written::text);
    var port = section.optional("port", Written::port).orElse(587);
    var security =
        section
            .optional("security", Written.word(EmailSettings.Security.class))
            .orElse(EmailSettings.Security.STARTTLS);
    var username = section.optional("username", Written::text);
    var password = SecretReader.optional(section, "password");
    var from = section.required("from", Written::text);
    var to = section.at("to").items().stream().flatMap(v -> v.as(Written::text).stream()).toList();
    if (to.isEmpty() && section.isSound()) {
      section
          .at("to")
          .problem(
              "%s names nobody. Write [someone@example.org].".formatted(section.at("to").name()));
    }
    var timeout = section.optional("timeout", Written::duration).orElse(Duration.ofSeconds(10));
    return section.build(() ->
        new EmailSettings(
            host.orElseThrow(),
            port,
            security,
            username.orElse(null),
            password.orElse(null),
            from.orElseThrow(),
            to,
            timeout));
  }

  private static Optional<WebhookSettings> webhook(Value value) {
    var section = Section.open(value, "url", "secret", "secret-file", "timeout");
    var url = section.required("url", Places.address("https", "http"));
    var secret = SecretReader.required(section, "secret");
    var timeout = section.optional("timeout", Written::duration).orElse(Duration.ofSeconds(10));
    return section.build(
        () -> new WebhookSettings(url.orElseThrow(), secret.orElseThrow(), timeout));
  }
}
