package io.plimsoll.notifiers.webhook;

import static io.plimsoll.notifiers.AlertExample.drawdown;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.Secret;
import io.plimsoll.engine.delivery.DeliveryResult;
import io.plimsoll.engine.delivery.DeliveryResult.Delivered;
import io.plimsoll.engine.delivery.DeliveryResult.Rejected;
import io.plimsoll.engine.delivery.DeliveryResult.RetryAfter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a bare socket, for what no good HTTP server does. */
@Timeout(60)
class WebhookFaultsTest {
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(300);

  @FunctionalInterface
  private interface Answer {
    void write(OutputStream out) throws IOException, InterruptedException;
  }

  private final CountDownLatch over = new CountDownLatch(1);
  private ServerSocket listening;

  @BeforeEach
  void start() throws IOException {
    listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    over.countDown();
    listening.close();
  }

  @Test
  void aRefusedConnectionIsTriedAgain() throws IOException {
    listening.close();

    assertThat(deliver("http", PATIENT).toString()).startsWith("RetryAfter").contains("Connect");
  }

  @Test
  void aReceiverThatHangsUpIsTriedAgain() {
    serve(out -> {});

    assertThat(deliver("http", PATIENT)).isInstanceOf(RetryAfter.class);
  }

  @Test
  void aReceiverThatSpeaksAnotherLanguageIsTriedAgain() {
    serve(out -> say(out, "220 mail.example.org ESMTP\r\n"));

    assertThat(deliver("http", PATIENT)).isInstanceOf(RetryAfter.class);
  }

  @Test
  void plainSpeechWhereTlsIsExpectedIsTriedAgain() {
    serve(out -> say(out, "HTTP/1.1 200 OK\r\n\r\n"));

    assertThat(deliver("https", PATIENT)).isInstanceOf(RetryAfter.class);
  }

  @Test
  void aSilentReceiverIsTriedAgainAfterTheTimeout() {
    serve(out -> over.await());

    assertThat(deliver("http", SHORT).toString()).contains("127.0.0.1: no answer within 300 ms");
  }

  @Test
  void theTimeoutCoversTheBodyTooAndTheStatusCounts() {
    serve(out -> {
      say(out, "HTTP/1.1 503 Busy\r\nRetry-After: 9\r\nContent-Length: 100\r\n\r\npart");
      over.await();
    });

    assertThat(deliver("http", SHORT)).isEqualTo(new RetryAfter(Duration.ofSeconds(9), "HTTP 503"));
  }

  @Test
  void readsOnlyTheBeginningOfAnEndlessAnswer() throws Exception {
    var written = new AtomicLong();
    var hungUp = new CountDownLatch(1);
    serve(out -> {
      say(out, "HTTP/1.1 400 Bad\r\n\r\n");
      try {
        while (true) {
          out.write(new byte[1024]);
          written.addAndGet(1024);
        }
      } catch (IOException closed) {
        hungUp.countDown();
      }
    });

    assertThat(deliver("http", PATIENT)).isEqualTo(new Rejected("HTTP 400"));
    hungUp.await();
    // What the sockets' buffers hold counts as written; an endless reader would never end here.
    assertThat(written.get()).isLessThan(64L * 1024 * 1024);
  }

  @Test
  void anAnswerThatBreaksOffCountsByItsStatus() {
    serve(out -> say(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly a part"));

    assertThat(deliver("http", PATIENT)).isEqualTo(new Delivered());
  }

  @Test
  void anInterruptEndsTheTryAndIsKept() throws Exception {
    var arrived = new CountDownLatch(1);
    serve(out -> {
      arrived.countDown();
      over.await();
    });
    var outcome = new DeliveryResult[1];
    var kept = new boolean[1];
    var thread =
        Thread.startVirtualThread(() -> {
          outcome[0] = deliver("http", PATIENT);
          kept[0] = Thread.currentThread().isInterrupted();
        });

    arrived.await();
    thread.interrupt();
    thread.join();

    assertThat(outcome[0].toString()).contains("RetryAfter", "interrupted");
    assertThat(kept[0]).isTrue();
  }

  private DeliveryResult deliver(String scheme, Duration timeout) {
    var url = "%s://127.0.0.1:%d/".formatted(scheme, listening.getLocalPort());
    var secret = new Secret("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    var settings = new WebhookSettings(URI.create(url), secret, timeout);
    return new WebhookNotifier(settings, InstantSource.system()).deliver(drawdown().notification());
  }

  private void serve(Answer answer) {
    Thread.startVirtualThread(() -> {
      try (var socket = listening.accept();
          var in =
              new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
        var line = in.readLine();
        while (line != null && !line.isEmpty() && line.charAt(0) >= ' ') {
          line = in.readLine();
        }
        answer.write(socket.getOutputStream());
      } catch (Exception over) {
        Thread.currentThread().interrupt();
      }
    });
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
