package io.plimsoll.notifiers.webhook;

import io.plimsoll.engine.delivery.DeliveryResult;
import io.plimsoll.engine.delivery.DeliveryResult.Delivered;
import io.plimsoll.engine.delivery.DeliveryResult.Rejected;
import io.plimsoll.engine.delivery.DeliveryResult.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver said.
 *
 * @param retryAfter the header of that name, seconds or an HTTP date; absent when not sent
 * @param body its beginning
 */
record WebhookAnswer(int status, @Nullable String retryAfter, String body) {
  static final Duration DELAY = Duration.ofSeconds(5);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int QUOTED = 200;

  DeliveryResult result(Instant now) {
    if (status >= 200 && status <= 299) {
      return new Delivered();
    }
    if (status == 408 || status == 429 || status >= 500) {
      return new RetryAfter(delay(now), reason());
    }
    return new Rejected(reason());
  }

  private String reason() {
    var quoted = body.codePointCount(0, body.length()) <= QUOTED ? body : firstOf(body);
    var line = quoted.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    return line.isEmpty() ? "HTTP " + status : "HTTP %d: %s".formatted(status, line);
  }

  private static String firstOf(String body) {
    return body.substring(0, body.offsetByCodePoints(0, QUOTED));
  }

  private Duration delay(Instant now) {
    var asked = asked(now);
    if (asked == null) {
      return DELAY;
    }
    if (asked.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }

  private @Nullable Duration asked(Instant now) {
    if (retryAfter == null) {
      return null;
    }
    var text = retryAfter.strip();
    if (text.matches("\\d+")) {
      return text.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      var until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Duration.between(now, until.toInstant());
    } catch (DateTimeParseException neither) {
      return null;
    }
  }
}
