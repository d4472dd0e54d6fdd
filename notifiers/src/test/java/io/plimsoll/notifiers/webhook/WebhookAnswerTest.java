package io.plimsoll.notifiers.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.delivery.DeliveryResult;
import io.plimsoll.engine.delivery.DeliveryResult.Delivered;
import io.plimsoll.engine.delivery.DeliveryResult.Rejected;
import io.plimsoll.engine.delivery.DeliveryResult.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAnswerTest {
  private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void successIsDelivered(int status) {
    assertThat(answer(status, null, "")).isEqualTo(new Delivered());
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 501, 502, 503, 504, 599})
  void whatMayPassIsTriedAgainInFiveSeconds(int status) {
    assertThat(answer(status, null, "busy"))
        .isEqualTo(new RetryAfter(Duration.ofSeconds(5), "HTTP " + status + ": busy"));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 304, 307, 400, 401, 403, 404, 410, 422})
  void whatWillNotPassIsRejected(int status) {
    assertThat(answer(status, "10", "no")).isEqualTo(new Rejected("HTTP " + status + ": no"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30 | 30",
        "' 30 ' | 30",
        "0 | 1",
        "1 | 1",
        "3600 | 3600",
        "3601 | 3600",
        "99999999999999999999 | 3600",
        "Fri, 20 Nov 2026 15:02:00 GMT | 120",
        "Fri, 20 Nov 2026 14:00:00 GMT | 1",
        "Sat, 21 Nov 2026 15:00:00 GMT | 3600",
        "-5 | 5",
        "soon | 5",
        "'' | 5"
      })
  void waitsAsLongAsAskedWithinASecondAndAnHour(String asked, int seconds) {
    assertThat(answer(503, asked, ""))
        .isEqualTo(new RetryAfter(Duration.ofSeconds(seconds), "HTTP 503"));
  }

  @Test
  void quotesTheFirst200CharactersInOneLine() {
    var reason = ((Rejected) answer(400, null, "a\r\nb" + "😀".repeat(300))).reason();

    assertThat(reason).isEqualTo("HTTP 400: a b" + "😀".repeat(196));
  }

  private static DeliveryResult answer(int status, @Nullable String retryAfter, String body) {
    return new WebhookAnswer(status, retryAfter, body).result(NOW);
  }
}
