package io.plimsoll.app.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A webhook receiver on loopback that checks signatures as the Standard Webhooks page says. */
final class HookCatcher implements AutoCloseable {
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
      boolean genuine = isGenuine(exchange, body);
      exchange.sendResponseHeaders(genuine ? 204 : 401, -1);
      for (var alert : JsonMapper.shared().readTree(body).path("alerts")) {
        listener.accept(happening(alert, genuine));
      }
    }
  }

  private static Happening happening(JsonNode alert, boolean genuine) {
    var labels = alert.path("labels");
    return new Happening.Hooked(
        labels.path("alertname").asString(""),
        alert.path("annotations").path("account_name").asString(""),
        labels.path("subject").asString(""),
        alert.path("status").asString(""),
        alert.path("annotations").path("done").asString(""),
        genuine);
  }

  private boolean isGenuine(HttpExchange exchange, String body) {
    var headers = exchange.getRequestHeaders();
    var signed =
        headers.getFirst("webhook-id") + "." + headers.getFirst("webhook-timestamp") + "." + body;
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      var right =
          "v1,"
              + Base64.getEncoder()
                  .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
      var sent = String.valueOf(headers.getFirst("webhook-signature"));
      return MessageDigest.isEqual(
          right.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has HmacSHA256", impossible);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
