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
import tools.jackson.databind.json.JsonMapper;

/** The simulated broker, in a process of its own, and what its control says of it. */
final class BrokerSide implements AutoCloseable {
  private static final String READY = "simulator ready port=";
  private static final int OK = 200;
  private static final int PATIENCE_SECONDS = 10;

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
    // Who is ended by a signal leaves no broker behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    // The stream stays open, or its end would be told to the process.
    var lines = process.inputReader(StandardCharsets.UTF_8);
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(READY)) {
        return new BrokerSide(process, Integer.parseInt(line.substring(READY.length())));
      }
    }
    process.destroyForcibly();
    throw new IOException("The simulator did not start with %s.".formatted(options));
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

  /** How often each fault was done to the sockets so far. */
  String faults() throws IOException {
    return JsonMapper.shared().readTree(get("/sim/faults")).path("counts").toString();
  }

  /** Nothing more goes wrong and nothing more happens, so that the books can be compared. */
  void quiet() throws IOException {
    post("/sim/calm");
    post("/sim/freeze");
  }

  private String get(String path) throws IOException {
    return send(HttpRequest.newBuilder(uri(path)).GET().build());
  }

  private void post(String path) throws IOException {
    var _ =
        send(HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.noBody()).build());
  }

  private String send(HttpRequest request) throws IOException {
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new IOException(
            "The simulator answered %d to %s: %s"
                .formatted(answer.statusCode(), request.uri(), answer.body()));
      }
      return answer.body();
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
