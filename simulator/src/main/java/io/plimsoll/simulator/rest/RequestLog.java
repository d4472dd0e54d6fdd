package io.plimsoll.simulator.rest;

import io.plimsoll.simulator.fault.Injections;
import io.plimsoll.simulator.ledger.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every request the broker received, without secrets: in memory, and a JSON line each in a file if
 * one is named.
 */
public final class RequestLog implements AutoCloseable {
  /**
   * {@code status} is 0 and {@code answer} is null when the answer was lost on purpose; {@code
   * fault} names the fault that was set.
   */
  public record Entry(
      long seq,
      Instant instant,
      Call.Transport transport,
      String endpoint,
      Map<String, String> query,
      JsonNode body,
      int status,
      @Nullable JsonNode answer,
      @Nullable String fault) {

    public ObjectNode json() {
      var json =
          Json.object()
              .put("seq", seq)
              .put("instant", instant.toString())
              .put("transport", transport.name());
      json.put("endpoint", endpoint).set("query", Json.MAPPER.valueToTree(query));
      json.set("body", body.isMissingNode() ? Json.MAPPER.nullNode() : body);
      json.put("status", status).set("answer", answer);
      return json.put("fault", fault);
    }
  }

  private static final Set<String> SECRETS =
      Set.of("password", "sec", "accessToken", "mdAccessToken", "token");
  private static final int LONG_LIST = 20;

  private final List<Entry> entries = new ArrayList<>();
  private final Optional<Writer> file;
  private long last;

  public RequestLog(Optional<Path> path) {
    this.file = path.map(RequestLog::open);
  }

  /** The number of a request that has just arrived; its entry follows when it is answered. */
  public synchronized long arrived() {
    return ++last;
  }

  public synchronized void add(
      long seq, Instant instant, Call call, Optional<Answer> answer, Optional<Fault> fault) {
    var entry =
        new Entry(
            seq,
            instant,
            call.transport(),
            call.endpoint(),
            call.query(),
            withoutSecrets(call.body()),
            answer.map(Answer::status).orElse(0),
            answer.map(RequestLog::shown).orElse(null),
            fault.map(Fault::kind).orElse(null));
    entries.add(entry);
    write(entry.json());
  }

  /** A fault that was done, among the requests in the file. */
  public void add(Injections.Entry injected) {
    write(injected.json());
  }

  private synchronized void write(JsonNode line) {
    file.ifPresent(writer -> append(writer, line));
  }

  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** In any letter case. */
  public List<Entry> entries(String endpoint) {
    return entries().stream().filter(entry -> entry.endpoint().equalsIgnoreCase(endpoint)).toList();
  }

  @Override
  public synchronized void close() {
    file.ifPresent(writer -> {
      try {
        writer.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  /** Long answers are only counted: the log is there to see what was asked. */
  private static JsonNode shown(Answer answer) {
    return switch (answer) {
      case Answer.Ok(var body) when body.size() > LONG_LIST && body.isArray() ->
          Json.object().put("elements", body.size());
      case Answer.Ok(var body) -> withoutSecrets(body);
      case Answer.Parts(var bodies) -> Json.object().put("messages", bodies.size());
      case Answer.Failed(var status, var text) -> Json.MAPPER.valueToTree(text);
      case Answer.Empty(var status) -> Json.MAPPER.nullNode();
    };
  }

  private static JsonNode withoutSecrets(JsonNode body) {
    if (!(body instanceof ObjectNode object) || SECRETS.stream().noneMatch(object::has)) {
      return body;
    }
    var copy = object.deepCopy();
    SECRETS.stream().filter(copy::has).forEach(name -> copy.put(name, "<secret>"));
    return copy;
  }

  private static Writer open(Path path) {
    try {
      return Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The request log (%s) cannot be written; name a file in a folder that exists."
              .formatted(path),
          e);
    }
  }

  private static void append(Writer writer, JsonNode line) {
    try {
      writer.write(Json.MAPPER.writeValueAsString(line) + "\n");
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
