package io.plimsoll.engine.tradovate;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After}: seconds, or a date by the server's own clock. */
final class RetryAfter {
  private static final String NAME = "retry-after";
  private static final long LONGEST = Duration.ofDays(1).toSeconds();

  private RetryAfter() {}

  /** Null when it is absent or cannot be read. */
  static @Nullable Duration in(HttpHeaders headers) {
    var text = headers.firstValue(NAME).orElse("").strip();
    if (text.matches("\\d{1,9}")) {
      return capped(Long.parseLong(text));
    }
    try {
      var until = date(text);
      var now = date(headers.firstValue("date").orElse(""));
      return capped(Duration.between(now, until).toSeconds());
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  private static ZonedDateTime date(String text) {
    return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
  }

  private static Duration capped(long seconds) {
    return Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST));
  }
}
