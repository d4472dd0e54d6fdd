package io.plimsoll.engine.alert;

import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One message about one alert to one receiver, in Alertmanager's vocabulary.
 *
 * @param key the same at every try, so that a receiver can drop a repeat
 * @param labels identity: {@code alertname} (the rule), {@code account} or {@code shard}, {@code
 *     subject}, {@code plan}, {@code env}, {@code severity}
 * @param annotations what people read: {@code account_name}, {@code description}, {@code
 *     runbook_url}, {@code value} and {@code limit} with their names, {@code done} (what was or is
 *     being done to the account), {@code ruleset}. A key is absent when nothing is known
 * @param fingerprint hash of the labels without severity, 16 hex digits
 * @param endsAt when the cause went; absent while firing
 */
public record Notification(
    String key,
    String receiver,
    Status status,
    SortedMap<String, String> labels,
    SortedMap<String, String> annotations,
    String fingerprint,
    Instant startsAt,
    @Nullable Instant endsAt) {

  /** As Alertmanager spells it in lower case. */
  public enum Status {
    FIRING,
    RESOLVED
  }
}
