package io.plimsoll.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineLogTest {
  @Test
  void aLineGivesTheEventAndItsFieldsInOrder() {
    var line =
        """
        {"level":"INFO","message":"action sent","kvpList":[{"kind":"lock"},{"account":"1001"}]}\
        """;
    var event = EngineLog.read(line).orElseThrow();
    assertThat(event.event()).isEqualTo("action sent");
    assertThat(event.fields()).containsExactly(entry("kind", "lock"), entry("account", "1001"));
    assertThat(event.is("action sent", "account", "1001")).isTrue();
    assertThat(event.field("nothing of the kind")).isEmpty();
  }

  private static Map.Entry<String, String> entry(String key, String value) {
    return Map.entry(key, value);
  }

  @Test
  void aLineWithoutFieldsIsAnEvent() {
    var event = EngineLog.read("{\"message\":\"engine stopped\"}").orElseThrow();
    assertThat(event.event()).isEqualTo("engine stopped");
    assertThat(event.fields()).isEmpty();
  }

  @Test
  void aThrownFaultIsToldAsItsCause() {
    var line =
        """
        {"message":"event not handled","throwable":{"className":"a.Bug","message":"oh"}}\
        """;
    assertThat(EngineLog.read(line).orElseThrow().field("cause")).isEqualTo("a.Bug: oh");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain text", "{", "{\"message\":", "[1]", "\tat a.B.c(B.java:1)"})
  void whatIsNoLogEventIsPassedOver(String line) {
    assertThat(EngineLog.read(line)).isEmpty();
  }
}
