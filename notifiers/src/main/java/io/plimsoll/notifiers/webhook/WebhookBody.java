package io.plimsoll.notifiers.webhook;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.plimsoll.engine.alert.Notification;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Alertmanager's webhook message, version 4, with a group of one alert. The group's labels are the
 * alert's identity, so all but the severity.
 */
@JsonPropertyOrder({"version", "groupKey", "truncatedAlerts", "status", "receiver"})
record WebhookBody(
    String version,
    String groupKey,
    int truncatedAlerts,
    String status,
    String receiver,
    SortedMap<String, String> groupLabels,
    SortedMap<String, String> commonLabels,
    SortedMap<String, String> commonAnnotations,
    String externalURL,
    List<Alert> alerts) {

  /**
   * @param endsAt the year 1 while firing
   * @param generatorURL empty: there is no page to show yet
   */
  record Alert(
      String status,
      SortedMap<String, String> labels,
      SortedMap<String, String> annotations,
      String startsAt,
      String endsAt,
      String generatorURL,
      String fingerprint) {}

  /** What Alertmanager, written in Go, sends for a time that is not set. */
  private static final String NOT_YET = "0001-01-01T00:00:00Z";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static String json(Notification notification) {
    return JSON.writeValueAsString(of(notification));
  }

  private static WebhookBody of(Notification notification) {
    var status = notification.status().name().toLowerCase(Locale.ROOT);
    var end = notification.endsAt();
    var group = new TreeMap<>(notification.labels());
    group.remove("severity");
    var alert =
        new Alert(
            status,
            notification.labels(),
            notification.annotations(),
            notification.startsAt().toString(),
            end == null ? NOT_YET : end.toString(),
            "",
            notification.fingerprint());
    return new WebhookBody(
        "4",
        groupKey(group),
        0,
        status,
        notification.receiver(),
        group,
        notification.labels(),
        notification.annotations(),
        "",
        List.of(alert));
  }

  private static String groupKey(SortedMap<String, String> labels) {
    return labels.entrySet().stream()
        .map(label -> label.getKey() + "=" + JSON.writeValueAsString(label.getValue()))
        .collect(Collectors.joining(", ", "{}:{", "}"));
  }
}
