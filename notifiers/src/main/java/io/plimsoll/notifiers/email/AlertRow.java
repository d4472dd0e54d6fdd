package io.plimsoll.notifiers.email;

import io.plimsoll.engine.alert.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One thing that is known about an alert, named as people name it. Both parts show the same. */
record AlertRow(String name, String text) {

  /** In reading order; what is not known has no row. */
  static List<AlertRow> of(Notification alert) {
    var rows = new ArrayList<AlertRow>();
    add(rows, "Status", alert.status().name().toLowerCase(Locale.ROOT));
    add(rows, "Account", account(alert));
    add(rows, "Shard", alert.labels().get("shard"));
    add(rows, "Rule", alert.labels().get("alertname"));
    add(rows, "Subject", alert.labels().get("subject"));
    add(rows, "Severity", alert.labels().get("severity"));
    add(rows, "Plan", alert.labels().get("plan"));
    add(rows, "Value", alert.annotations().get("value"));
    add(rows, "Limit", alert.annotations().get("limit"));
    add(rows, "Done", alert.annotations().get("done"));
    add(rows, "Description", alert.annotations().get("description"));
    add(rows, "Runbook", alert.annotations().get("runbook_url"));
    add(rows, "Since", alert.startsAt().toString());
    var end = alert.endsAt();
    add(rows, "Until", end == null ? null : end.toString());
    add(rows, "Environment", alert.labels().get("env"));
    add(rows, "Rule set", alert.annotations().get("ruleset"));
    add(rows, "Key", alert.key());
    return List.copyOf(rows);
  }

  private static void add(List<AlertRow> rows, String name, @Nullable String text) {
    var line = OneLine.of(text);
    if (!line.isEmpty()) {
      rows.add(new AlertRow(name, line));
    }
  }

  private static @Nullable String account(Notification alert) {
    var id = alert.labels().get("account");
    var name = alert.annotations().get("account_name");
    return name == null || id == null || name.equals(id)
        ? (name == null ? id : name)
        : "%s (%s)".formatted(name, id);
  }
}
