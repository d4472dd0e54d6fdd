package io.plimsoll.notifiers.email;

import io.plimsoll.engine.alert.Notification;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whole alert in one line: who, which rule, value and limit, and what was done. */
record Headline(String badge, String text) {

  static Headline of(Notification alert) {
    var labels = alert.labels();
    var notes = alert.annotations();
    var who = known(notes, "account_name");
    if (who == null) {
      who = known(labels, "account");
    }
    if (who == null && known(labels, "shard") != null) {
      who = "shard " + known(labels, "shard");
    }
    var about = known(labels, "subject");
    var what = join(" ", who, known(labels, "alertname"), about == null ? null : "(" + about + ")");
    var figures = join(", ", known(notes, "value"), known(notes, "limit"));
    var then = join("; ", figures, known(notes, "done"));
    return new Headline(badge(alert), join(": ", what, then));
  }

  /** {@code [CRITICAL] ...}, the mail's subject. */
  String line() {
    return "[%s] %s".formatted(badge, text).strip();
  }

  private static String badge(Notification alert) {
    var severity = known(alert.labels(), "severity");
    return switch (alert.status()) {
      case RESOLVED -> "RESOLVED";
      case FIRING -> severity == null ? "FIRING" : severity.toUpperCase(Locale.ROOT);
    };
  }

  private static @Nullable String known(Map<String, String> texts, String name) {
    var line = OneLine.of(texts.get(name));
    return line.isEmpty() ? null : line;
  }

  private static String join(String between, @Nullable String... parts) {
    return Stream.of(parts)
        .filter(part -> part != null && !part.isEmpty())
        .collect(Collectors.joining(between));
  }
}
