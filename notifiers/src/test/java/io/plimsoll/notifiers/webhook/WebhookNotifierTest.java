package io.plimsoll.notifiers.webhook;

import static io.plimsoll.notifiers.AlertExample.drawdown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plimsoll.engine.Secret;
import io.plimsoll.engine.alert.Notification;
import io.plimsoll.engine.delivery.DeliveryResult;
import io.plimsoll.engine.delivery.DeliveryResult.Delivered;
import io.plimsoll.engine.delivery.DeliveryResult.Rejected;
import io.plimsoll.engine.delivery.DeliveryResult.RetryAfter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real HTTP server, with the library of Standard Webhooks as the judge of signatures. */
class WebhookNotifierTest {
  private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  private record Received(String path, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return String.join(",", headers.get(name));
    }
  }

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;
  private int status = 200;
  private String answer = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.close();
  }

  @Test
  void theSignatureIsTheOneThatReceiversExpect() {
    var alert = drawdown().note("description", "Zürich – 5 €").notification();

    assertThat(deliver(alert)).isEqualTo(new Delivered());

    assertThatCode(() -> verify(received.getFirst())).doesNotThrowAnyException();
  }

  @Test
  void theSignatureCoversTheBody() {
    deliver(drawdown().notification());

    var sent = received.getFirst();
    var changed =
        new Received(sent.path(), sent.headers(), sent.body().replace("firing", "resolved"));
    assertThatCode(() -> verify(changed)).hasMessageContaining("signature");
  }

  @Test
  void everyTryCarriesTheKeyAsItsId() {
    deliver(drawdown().notification());
    deliver(drawdown().notification());

    assertThat(received)
        .hasSize(2)
        .allSatisfy(one -> assertThat(one.header("Webhook-id")).isEqualTo("7f3a:ops:1"));
  }

  @Test
  void aKeyThatNoHeaderMayHoldIsEncoded() {
    assertThat(deliver(drawdown().key("a\r\nX-Evil: 1 ü").notification()))
        .isEqualTo(new Delivered());

    assertThat(received.getFirst().headers()).doesNotContainKey("X-evil");
    assertThat(received.getFirst().header("Webhook-id")).isEqualTo("a%0D%0AX-Evil%3A+1+%C3%BC");
    assertThatCode(() -> verify(received.getFirst())).doesNotThrowAnyException();
  }

  @Test
  void saysWhatItSendsWhoItIsAndWhen() {
    var clock = InstantSource.fixed(Instant.parse("2026-11-20T15:04:06.789Z"));

    new WebhookNotifier(settings(), clock).deliver(drawdown().notification());

    assertThat(received.getFirst().path()).isEqualTo("/hook?room=7");
    assertThat(received.getFirst().header("Content-type")).isEqualTo("application/json");
    assertThat(received.getFirst().header("User-agent")).startsWith("Plimsoll");
    assertThat(received.getFirst().header("Webhook-timestamp")).isEqualTo("1795187046");
  }

  @Test
  void aRedirectIsNotFollowed() {
    status = 307;
    answer = "moved";

    assertThat(deliver(drawdown().notification())).isEqualTo(new Rejected("HTTP 307: moved"));
    assertThat(received).hasSize(1);
  }

  @Test
  void aReceiverThatIsGoneForGoodIsNotTriedAgain() {
    status = 410;

    assertThat(deliver(drawdown().notification())).isEqualTo(new Rejected("HTTP 410"));
  }

  @Test
  void waitsAsLongAsTheReceiverAsks() {
    status = 429;
    answer = "slowly";

    assertThat(deliver(drawdown().notification()))
        .isEqualTo(new RetryAfter(Duration.ofSeconds(17), "HTTP 429: slowly"));
  }

  @Test
  void textThatIsNoUnicodeIsStillSent() {
    assertThat(deliver(drawdown().note("description", "half \uD83D").notification()))
        .isEqualTo(new Delivered());

    assertThatCode(() -> verify(received.getFirst())).doesNotThrowAnyException();
  }

  @Test
  void manyThreadsMayDeliverAtOnce() throws Exception {
    var notifier = new WebhookNotifier(settings(), InstantSource.system());
    var calls =
        IntStream.range(0, 100)
            .mapToObj(i -> drawdown().key("key-" + i).notification())
            .<Callable<DeliveryResult>>map(alert -> () -> notifier.deliver(alert))
            .toList();

    assertThat(threads.invokeAll(calls))
        .allSatisfy(result -> assertThat(result.get()).isEqualTo(new Delivered()));

    assertThat(received).extracting(one -> one.header("Webhook-id")).doesNotHaveDuplicates();
    assertThat(received)
        .hasSize(100)
        .allSatisfy(one -> assertThatCode(() -> verify(one)).doesNotThrowAnyException());
  }

  private DeliveryResult deliver(Notification notification) {
    return new WebhookNotifier(settings(), InstantSource.system()).deliver(notification);
  }

  private WebhookSettings settings() {
    var url = "http://127.0.0.1:%d/hook?room=7".formatted(server.getAddress().getPort());
    return new WebhookSettings(URI.create(url), new Secret(SECRET), Duration.ofSeconds(20));
  }

  private static void verify(Received one) throws Exception {
    new Webhook(SECRET).verify(one.body(), one.headers());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      received.add(
          new Received(
              exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()), body));
      exchange.getResponseHeaders().add("Location", "/elsewhere");
      exchange.getResponseHeaders().add("Retry-After", "17");
      var bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
