package io.plimsoll.app.demo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A webhook receiver on loopback that checks signatures as the Standard Webhooks page says. */
final class HookCatcher implements AutoCloseable {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final byte[] key;
  private final Consumer<Happening> listener;
  private final HttpServer server;

  HookCatcher(byte[] key, Consumer<Happening> listener) throws IOException {
    this.key = key.clone();
    this.listener = listener;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/hook", this::receive);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort());
  }

  /** The secret as the engine's settings want it. */
  String secret() {
    return "whsec_" + Base64.getEncoder().encodeToString(key);
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      boolean genuine = isGenuine(exchange.getRequestHeaders(), body);
      try {
        var alerts = JsonMapper.shared().readTree(body).path("alerts");
        exchange.sendResponseHeaders(genuine ? 204 : 401, -1);
        alerts.forEach(alert -> listener.accept(happening(alert, genuine)));
      } catch (JacksonException notJson) {
        exchange.sendResponseHeaders(400, -1);
      }
    }
  }

  private static Happening happening(JsonNode alert, boolean genuine) {
    var labels = alert.path("labels");
    return new Happening.Hooked(
        labels.path("alertname").asString(""),
        alert.path("annotations").path("account_name").asString(""),
        labels.path("plan").asString(""),
        labels.path("subject").asString(""),
        alert.path("status").asString(""),
        alert.path("annotations").path("done").asString(""),
        genuine);
  }

  private boolean isGenuine(Headers headers, String body) {
    var timestamp = String.valueOf(headers.getFirst("webhook-timestamp"));
    var right = signature(headers.getFirst("webhook-id") + "." + timestamp + "." + body);
    var sent = String.valueOf(headers.getFirst("webhook-signature"));
    return isFresh(timestamp)
        && Stream.of(sent.split(" "))
            .anyMatch(one -> MessageDigest.isEqual(bytes(right), bytes(one)));
  }

  /** What was signed long ago may be a replay. */
  private static boolean isFresh(String timestamp) {
    try {
      var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), Instant.now());
      return age.abs().compareTo(TOLERANCE) <= 0;
    } catch (NumberFormatException | DateTimeException notATime) {
      return false;
    }
  }

  private String signature(String signed) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(bytes(signed)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has HmacSHA256", impossible);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
