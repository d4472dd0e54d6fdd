package io.plimsoll.engine.tradovate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads and actions against a host that fails. */
class ReadBreakerTest {
  private static final String UP = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
  private static final String DOWN = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n";

  private final AtomicReference<String> says = new AtomicReference<>(DOWN);
  private final RawServer host =
      new RawServer((client, request) -> RawServer.say(client, says.get()));
  private final TestBroker.Clock clock = new TestBroker.Clock();
  private final Rest rest = TestBroker.rest(host.uri(), Duration.ofSeconds(3), clock);

  @AfterEach
  void close() {
    rest.close();
    host.close();
  }

  private Answer read() {
    return rest.get("contract/item?id=5", "token");
  }

  private Answer act() {
    return rest.post(
        "order/liquidateposition", Json.MAPPER.createObjectNode(), "token", Use.ACTION);
  }

  private void read(int times) {
    for (int time = 0; time < times; time++) {
      assertThat(read()).isNotNull();
    }
  }

  private int asked() {
    return host.requests().size();
  }

  @Test
  void afterFiveFailuresAHostIsLeftAlone() {
    read(20);
    assertThat(asked()).isEqualTo(5);
    assertThat(read())
        .isInstanceOfSatisfying(
            Answer.NotSent.class, no -> assertThat(no.reason()).contains("127.0.0.1"));
  }

  @Test
  void anActionGoesOutThough() {
    read(20);
    assertThat(act()).isInstanceOf(Answer.Unclear.class);
    assertThat(asked()).isEqualTo(6);
  }

  @Test
  void actionsThatFailDoNotHoldBackReads() {
    for (int time = 0; time < 20; time++) {
      assertThat(act()).isInstanceOf(Answer.Unclear.class);
    }
    says.set(UP);
    assertThat(read()).isInstanceOf(Answer.Ok.class);
  }

  @Test
  void afterHalfAMinuteTwoProbesTellThatItWorksAgain() {
    read(20);
    says.set(UP);
    clock.forward(Duration.ofSeconds(29));
    assertThat(read()).isInstanceOf(Answer.NotSent.class);
    clock.forward(Duration.ofSeconds(2));
    read(10);
    assertThat(asked()).isEqualTo(15);
  }

  @Test
  void probesThatFailLeaveItAloneForAnotherHalfMinute() {
    read(20);
    clock.forward(Duration.ofSeconds(31));
    read(20);
    assertThat(asked()).isEqualTo(7);
  }

  @Test
  void aProbeThatTheBudgetForbidsIsNoProbe() {
    var limits = new BrokerLimits(12, 300, 15, 5);
    try (var scarce =
        new Rest(
            host.uri(),
            Duration.ofSeconds(3),
            new Allowance(limits, clock, hindrance -> {}),
            clock)) {
      for (int time = 0; time < 5; time++) {
        assertThat(scarce.get("contract/item", "token")).isInstanceOf(Answer.Unclear.class);
      }
      says.set(UP);
      clock.forward(Duration.ofSeconds(31));
      assertThat(scarce.get("contract/item", "token")).isInstanceOf(Answer.Ok.class);
      for (int time = 0; time < 10; time++) {
        assertThat(scarce.get("contract/item", "token"))
            .isInstanceOfSatisfying(
                Answer.NotSent.class, no -> assertThat(no.reason()).contains("budget"));
      }
      clock.forward(HourlyBudget.REMEMBERED);
      assertThat(scarce.get("contract/item", "token")).isInstanceOf(Answer.Ok.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404})
  void aHostThatSaysNoWorks(int status) {
    says.set("HTTP/1.1 %d No\r\nContent-Length: 0\r\n\r\n".formatted(status));
    read(20);
    assertThat(asked()).isEqualTo(20);
  }

  @Test
  void aLimitIsNoFailureAndHoldsReadsBackByItself() {
    says.set("HTTP/1.1 429 No\r\nRetry-After: 90\r\nContent-Length: 0\r\n\r\n");
    read(20);
    assertThat(asked()).isEqualTo(1);
    says.set(UP);
    clock.forward(Duration.ofSeconds(90));
    read(3);
    assertThat(asked()).isEqualTo(4);
  }

  @Test
  void aClockSetBackLeavesTheHostAloneNoLonger() {
    read(20);
    says.set(UP);
    clock.forward(Duration.ofHours(-1));
    assertThat(read()).isInstanceOf(Answer.NotSent.class);
    clock.forward(Duration.ofSeconds(31));
    assertThat(read()).isInstanceOf(Answer.Ok.class);
  }
}
