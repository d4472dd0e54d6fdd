package io.plimsoll.notifiers;

import io.plimsoll.engine.alert.Notification;
import io.plimsoll.engine.alert.Notification.Status;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A drawdown alert with everything known, and ways to change or forget a part of it. */
public record AlertExample(Notification notification) {
  public static final Instant START = Instant.parse("2026-11-20T15:04:05Z");
  public static final Instant END = Instant.parse("2026-11-20T21:00:00Z");

  public static AlertExample drawdown() {
    return new AlertExample(
        new Notification(
            "7f3a:ops:1",
            "ops",
            Status.FIRING,
            new TreeMap<>(
                Map.of(
                    "alertname", "trailing-drawdown.reached",
                    "account", "123456",
                    "plan", "eval-50k",
                    "env", "demo",
                    "severity", "critical")),
            new TreeMap<>(
                Map.of(
                    "account_name", "EVAL50K-1001",
                    "description", "The account has fallen to its trailing floor.",
                    "runbook_url", "https://example.org/trailing-drawdown?a=1&b=2",
                    "value", "equity 47,985.00",
                    "limit", "floor 48,000.00",
                    "done", "liquidate-and-lock ordered",
                    "ruleset", "2026.11.1")),
            "0123456789abcdef",
            START,
            null));
  }

  public AlertExample key(String key) {
    return with(key, notification.status(), notification.startsAt(), notification.endsAt());
  }

  public AlertExample startsAt(Instant start) {
    return with(notification.key(), notification.status(), start, notification.endsAt());
  }

  public AlertExample resolved() {
    return with(notification.key(), Status.RESOLVED, notification.startsAt(), END);
  }

  public AlertExample label(String name, String text) {
    notification.labels().put(name, text);
    return this;
  }

  public AlertExample note(String name, String text) {
    notification.annotations().put(name, text);
    return this;
  }

  public AlertExample without(String name) {
    notification.labels().remove(name);
    notification.annotations().remove(name);
    return this;
  }

  public AlertExample withoutAnnotations() {
    notification.annotations().clear();
    return this;
  }

  private AlertExample with(String key, Status status, Instant start, @Nullable Instant end) {
    var old = notification;
    return new AlertExample(
        new Notification(
            key,
            old.receiver(),
            status,
            old.labels(),
            old.annotations(),
            old.fingerprint(),
            start,
            end));
  }
}
