package io.plimsoll.engine.tradovate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A broker over HTTP that answers as it is told, for what the simulator has no endpoint for.
 * Apostrophes in its answers stand for quotes. It gives and renews tokens to everyone.
 */
final class Scripted implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Reply> always = new ConcurrentHashMap<>();
  private final Map<String, Queue<Reply>> once = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final AtomicInteger tokens = new AtomicInteger();
  private volatile boolean refusing;

  /** Status 0 hangs up after the request was taken. */
  private record Reply(int status, String text) {}

  Scripted() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  /** To every request whose path begins so. */
  void answers(String path, String json) {
    always.put(path, new Reply(200, json));
  }

  void fails(String path, int status, String text) {
    always.put(path, new Reply(status, text));
  }

  /** To the next such request, in the order in which they are told, before what is always said. */
  void answersOnce(String path, int status, String text) {
    once.computeIfAbsent(path, first -> new ArrayDeque<>()).add(new Reply(status, text));
  }

  void hangsUpOnce(String path) {
    answersOnce(path, 0, "");
  }

  void refusesLogins() {
    refusing = true;
  }

  /** Paths with their queries, without those of logging in. */
  List<String> asked() {
    return asked;
  }

  /** What was posted, in order. */
  List<String> bodies() {
    return bodies;
  }

  int renewals() {
    return tokens.get() - 1;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().toString().substring("/v1/".length());
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (path.startsWith("auth/")) {
        say(exchange, login());
        return;
      }
      asked.add(path);
      if (!body.isEmpty()) {
        bodies.add(body);
      }
      say(exchange, reply(path));
    }
  }

  private Reply login() {
    return refusing
        ? new Reply(200, "{'errorText':'Incorrect username or password'}")
        : new Reply(
            200,
            "{'accessToken':'token-%d','expirationTime':'2026-11-20T16:30:00Z'}"
                .formatted(tokens.incrementAndGet()));
  }

  private synchronized Reply reply(String path) {
    for (var each : once.entrySet()) {
      if (path.startsWith(each.getKey()) && !each.getValue().isEmpty()) {
        return each.getValue().remove();
      }
    }
    return always.entrySet().stream()
        .filter(each -> path.startsWith(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(new Reply(404, "Endpoint (%s) is not known.".formatted(path)));
  }

  private static void say(HttpExchange exchange, Reply reply) throws IOException {
    if (reply.status() == 0) {
      return;
    }
    var text = reply.text().replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), text.length == 0 ? -1 : text.length);
    exchange.getResponseBody().write(text);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
