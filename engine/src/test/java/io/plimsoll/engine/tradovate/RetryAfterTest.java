package io.plimsoll.engine.tradovate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final String NOON = "Fri, 20 Nov 2026 12:00:00 GMT";

  private static Duration read(String retryAfter) {
    var headers = new HashMap<String, List<String>>();
    headers.put("Date", List.of(NOON));
    headers.put("Retry-After", List.of(retryAfter));
    return RetryAfter.in(HttpHeaders.of(headers, (name, value) -> true));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "30,30", " 30 ,30", "3600,3600", "999999999,86400"})
  void secondsAreSecondsUpToADay(String text, long seconds) {
    assertThat(read(text)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fri, 20 Nov 2026 12:05:00 GMT|300",
        "Fri, 20 Nov 2026 11:00:00 GMT|0",
        "Fri, 20 Nov 2099 12:00:00 GMT|86400"
      })
  void aDateCountsFromTheServersOwnClock(String text, long seconds) {
    assertThat(read(text)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999", "2026-11-20T12:00:00Z"})
  void whatCannotBeReadSaysNothing(String text) {
    assertThat(read(text)).isNull();
  }

  @Test
  void noHeaderSaysNothing() {
    assertThat(RetryAfter.in(HttpHeaders.of(new HashMap<>(), (name, value) -> true))).isNull();
  }
}
