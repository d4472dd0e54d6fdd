package io.plimsoll.engine.tradovate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RestTest {
  private static final Duration TIMEOUT = Duration.ofMillis(400);
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n{\"orderId\":5}";

  private static Answer post(URI base) {
    try (var rest = TestBroker.rest(base, TIMEOUT)) {
      return rest.post(
          "order/liquidateposition", Json.MAPPER.createObjectNode(), "token", Use.ACTION);
    }
  }

  private static Answer post(RawServer.Behaviour behaviour) {
    try (var server = new RawServer(behaviour)) {
      return post(server.uri());
    }
  }

  @Test
  void anAnswerIsRead() {
    assertThat(post(RawServer.says(OK))).isInstanceOf(Answer.Ok.class);
  }

  @Test
  void aRefusedConnectionIsUnreachable() throws IOException {
    int port;
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    assertThat(post(URI.create("http://127.0.0.1:" + port)))
        .isEqualTo(new Answer.Unreachable("cannot connect to 127.0.0.1:" + port));
  }

  @Test
  void aHostThatDoesNotExistIsUnreachable() {
    assertThat(post(URI.create("http://nowhere.invalid/v1")))
        .isInstanceOf(Answer.Unreachable.class);
  }

  @Test
  void aConnectionLostAfterSendingIsUnclear() {
    assertThat(post((client, request) -> client.close())).isInstanceOf(Answer.Unclear.class);
  }

  @Test
  void aConnectionLostWithinTheAnswerIsUnclear() {
    RawServer.Behaviour half =
        (client, request) -> {
          RawServer.say(client, OK.substring(0, OK.length() - 3));
          client.close();
        };
    assertThat(post(half)).isInstanceOf(Answer.Unclear.class);
  }

  @Test
  void aConnectionResetAfterSendingIsUnclear() {
    RawServer.Behaviour reset =
        (client, request) -> {
          client.setSoLinger(true, 0);
          client.close();
        };
    assertThat(post(reset)).isInstanceOf(Answer.Unclear.class);
  }

  @Test
  void noAnswerInTimeIsUnclear() {
    assertThat(post((client, request) -> {})).isInstanceOf(Answer.Unclear.class);
  }

  @Test
  void anAnswerThatBeginsAndNeverEndsIsUnclearSoon() {
    long start = System.nanoTime();
    assertThat(post(RawServer.says(OK.substring(0, OK.length() - 3))))
        .isEqualTo(new Answer.Unclear("the answer began and did not end"));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void gibberishIsUnclear() {
    assertThat(post(RawServer.says("SSH-2.0-OpenSSH_9.6\r\n\r\n")))
        .isInstanceOf(Answer.Unclear.class);
  }

  @Test
  void aRequestWhoseAnswerIsLostIsNotSentAgain() {
    RawServer.Behaviour secondIsLost =
        (client, request) -> {
          if (request == 1) {
            RawServer.say(client, OK);
          } else {
            client.close();
          }
        };
    try (var server = new RawServer(secondIsLost);
        var rest = TestBroker.rest(server.uri(), TIMEOUT)) {
      var body = Json.MAPPER.createObjectNode();
      assertThat(rest.post("order/placeorder", body, "t", Use.ACTION))
          .isInstanceOf(Answer.Ok.class);
      assertThat(rest.post("order/placeorder", body, "t", Use.ACTION))
          .isInstanceOf(Answer.Unclear.class);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void aRedirectIsNotFollowed() {
    try (var server =
        new RawServer(
            RawServer.says(
                "HTTP/1.1 307 Moved\r\nLocation: /v1/elsewhere\r\nContent-Length: 0\r\n\r\n"))) {
      assertThat(post(server.uri())).isInstanceOf(Answer.Refused.class);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aStoppedCallIsUnclearAndStaysStopped() throws InterruptedException {
    var answer = new AtomicReference<Answer>();
    var interrupted = new AtomicReference<Boolean>();
    try (var server = new RawServer((Socket client, int request) -> {})) {
      var caller =
          Thread.ofPlatform()
              .start(() -> {
                answer.set(post(server.uri()));
                interrupted.set(Thread.currentThread().isInterrupted());
              });
      TestBroker.await("the request", () -> !server.requests().isEmpty());
      caller.interrupt();
      caller.join();
    }
    assertThat(answer.get()).isInstanceOf(Answer.Unclear.class);
    assertThat(interrupted.get()).isTrue();
  }
}
