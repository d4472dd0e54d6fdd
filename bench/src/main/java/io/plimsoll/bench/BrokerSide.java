package io.plimsoll.bench;

import io.plimsoll.engine.tradovate.EntityChange;
import io.plimsoll.engine.tradovate.Frame;
import io.plimsoll.engine.tradovate.FrameReader;
import io.plimsoll.engine.tradovate.Message;
import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The simulated broker, in a process of its own, and what its control says of it. */
final class BrokerSide implements AutoCloseable {
  private static final String READY = "simulator ready port=";
  private static final int OK = 200;
  private static final int PATIENCE_SECONDS = 10;
  private static final Map<String, String> PRICES =
      Map.of("ESZ6", "6000", "MESZ6", "6000", "NQZ6", "21500", "MNQZ6", "21500");

  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;

  private BrokerSide(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Comes back when it listens. What it logs goes to standard error.
   *
   * @throws IOException when it does not start, as for an option it does not know
   */
  static BrokerSide start(List<String> options) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "io.plimsoll.simulator.Main"));
    command.addAll(options);
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    // Its one line; the stream stays open, or its end would be told to the process.
    var said = process.inputReader(StandardCharsets.UTF_8).readLine();
    if (said == null || !said.startsWith(READY)) {
      process.destroyForcibly();
      throw new IOException("The simulator did not start with %s.".formatted(options));
    }
    return new BrokerSide(process, Integer.parseInt(said.substring(READY.length())));
  }

  URI rest() {
    return URI.create("http://127.0.0.1:%d/v1".formatted(port));
  }

  URI socket() {
    return URI.create("ws://127.0.0.1:%d/v1/websocket".formatted(port));
  }

  URI marketData() {
    return URI.create("ws://127.0.0.1:%d/v1/md/websocket".formatted(port));
  }

  /** All it holds of a type, by id, read as the engine reads. */
  Map<Long, Entity> book(EntityType type) throws IOException {
    var array = get("/sim/books?type=" + type.wireName());
    var frame =
        "a[{\"e\":\"props\",\"d\":{\"entityType\":\"%s\",\"eventType\":\"Created\",\"entity\":%s}}]"
            .formatted(type.wireName(), array);
    var book = new HashMap<Long, Entity>();
    if (FrameReader.read(frame) instanceof Frame.Messages(var messages)) {
      for (var message : messages) {
        if (message instanceof Message.Props(var changes)) {
          for (var change : changes) {
            if (change instanceof EntityChange.Upsert(var entity)) {
              book.put(entity.id(), entity);
            }
          }
        }
      }
    }
    return book;
  }

  /** What was done to the sockets so far, as the simulator says it. */
  String faults() throws IOException {
    return get("/sim/faults");
  }

  /** As a trader of the account; false when it was refused. */
  boolean order(long account, String side) throws IOException {
    return post(
            "/sim/order",
            "{\"accountId\":%d,\"symbol\":\"MNQZ6\",\"action\":\"%s\",\"qty\":1}"
                .formatted(account, side))
        == OK;
  }

  /**
   * Nothing more is to change: no faults, no load. A scenario that has no load to stop is held by
   * prices set by hand, which stay.
   */
  void quiet() throws IOException {
    post("/sim/calm", "");
    if (post("/sim/load", "{\"rate\":0}") != OK) {
      for (var price : PRICES.entrySet()) {
        post(
            "/sim/price",
            "{\"symbol\":\"%s\",\"price\":%s}".formatted(price.getKey(), price.getValue()));
      }
    }
  }

  private String get(String path) throws IOException {
    var answer = send(HttpRequest.newBuilder(uri(path)).GET().build());
    if (answer.statusCode() != OK) {
      throw new IOException(
          "The simulator answered %d to GET %s: %s"
              .formatted(answer.statusCode(), path, answer.body()));
    }
    return answer.body();
  }

  private int post(String path, String body) throws IOException {
    return send(HttpRequest.newBuilder(uri(path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build())
        .statusCode();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while waiting for the simulator", stopped);
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
  }

  @Override
  public void close() {
    http.shutdownNow();
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException impatient) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
