package io.plimsoll.config;

import io.plimsoll.notifiers.email.EmailSettings;
import io.plimsoll.notifiers.webhook.WebhookSettings;

/** A way to reach people, by the kind of its integration. */
public sealed interface Receiver {
  record Email(EmailSettings settings) implements Receiver {}

  record Webhook(WebhookSettings settings) implements Receiver {}
}
