package io.plimsoll.app.control;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the engine of a data folder. */
final class ControlClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Path folder;

  ControlClient(Path folder) {
    this.folder = folder;
  }

  /** What the engine said. */
  sealed interface Reply {
    record Good(JsonNode body) implements Reply {}

    /** What it would not do, and the way out. */
    record Refused(String why) implements Reply {}
  }

  Reply ask(String path) throws IOException, InterruptedException {
    return send(path, HttpRequest.newBuilder().GET());
  }

  Reply order(String path, JsonNode body) throws IOException, InterruptedException {
    return send(
        path, HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private Reply send(String path, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var engine = ControlFile.read(folder).orElseThrow(this::notRunning);
    try (var http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
      var answer =
          http.send(
              request
                  .uri(URI.create("http://127.0.0.1:%d%s".formatted(engine.port(), path)))
                  .header("Authorization", "Bearer " + engine.token())
                  .timeout(TIMEOUT)
                  .build(),
              BodyHandlers.ofString());
      var body = JsonMapper.shared().readTree(answer.body());
      return answer.statusCode() == 200
          ? new Reply.Good(body)
          : new Reply.Refused(body.path("refused").asString("HTTP " + answer.statusCode()));
    } catch (ConnectException nobody) {
      throw notRunning();
    }
  }

  private IOException notRunning() {
    return new IOException(
        "No engine is running on the data folder (%s). Start one with plimsoll run, or name another folder with --data."
            .formatted(folder));
  }
}
