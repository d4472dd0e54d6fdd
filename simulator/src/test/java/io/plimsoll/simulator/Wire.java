package io.plimsoll.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client's socket: keeps every frame, and waits for conditions on them. */
final class Wire implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final List<String> frames = new ArrayList<>();
  private final PlainWebSocket socket;
  private boolean closed;
  private long heardAt = System.nanoTime();
  private int lastId;

  Wire(URI uri) {
    socket = connect(uri);
    Thread.ofVirtual().name("wire").start(() -> socket.read(this::heard, this::ended));
  }

  /** Open and authorized. */
  static Wire authorized(Simulator broker) {
    return authorized(broker, Rest.token(broker));
  }

  static Wire authorized(Simulator broker, String token) {
    var wire = new Wire(broker.socketUri());
    wire.call("authorize", "", token);
    return wire;
  }

  static Wire marketData(Simulator broker) {
    var wire = new Wire(broker.marketDataUri());
    wire.call("authorize", "", Rest.token(broker));
    return wire;
  }

  static Wire synced(Simulator broker) {
    return synced(broker, "{}");
  }

  static Wire synced(Simulator broker, String request) {
    var wire = authorized(broker);
    wire.call("user/syncrequest", "", request);
    return wire;
  }

  /** The HTTP status with which a socket is not opened. */
  static int refusal(URI uri) {
    try (var socket = connect(uri)) {
      return socket.status;
    }
  }

  private static PlainWebSocket connect(URI uri) {
    try {
      return new PlainWebSocket(uri);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a request and waits for its (first) response. */
  JsonNode call(String endpoint, String query, String body) {
    var id = send(endpoint, query, body);
    return await(messages ->
        messages.filter(each -> each.path("i").asInt(-1) == id).findFirst().orElse(null));
  }

  int send(String endpoint, String query, String body) {
    var id = ++lastId;
    sendRaw(endpoint + "\n" + id + "\n" + query + "\n" + body);
    return id;
  }

  void sendRaw(String text) {
    socket.send(text);
  }

  JsonNode props(String entityType, Predicate<JsonNode> entity) {
    return await(messages ->
        messages
            .map(each -> each.path("d"))
            .filter(d -> d.path("entityType").asString("").equals(entityType))
            .map(d -> d.path("entity"))
            .filter(entity)
            .findFirst()
            .orElse(null));
  }

  JsonNode event(String kind, Predicate<JsonNode> wanted) {
    return await(messages ->
        messages
            .filter(each -> each.path("e").asString("").equals(kind))
            .map(each -> each.path("d"))
            .filter(wanted)
            .findFirst()
            .orElse(null));
  }

  synchronized String frame(Predicate<String> wanted) {
    return awaitLocked(() -> frames.stream().filter(wanted).findFirst().orElse(null), "a frame");
  }

  JsonNode await(Function<Stream<JsonNode>, JsonNode> search) {
    synchronized (this) {
      return awaitLocked(() -> search.apply(messages().stream()), "a message");
    }
  }

  synchronized void awaitFrames(int count) {
    awaitLocked(() -> frames.size() >= count ? "enough" : null, count + " frames");
  }

  synchronized void awaitClose() {
    awaitLocked(() -> closed ? "closed" : null, "the end of the socket");
  }

  /** Until one of the two has ended. */
  static void awaitEither(Wire one, Wire other) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!one.isClosed() && !other.isClosed()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Waited in vain for the end of either socket.");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  synchronized boolean isClosed() {
    return closed;
  }

  synchronized List<String> frames() {
    return List.copyOf(frames);
  }

  /** Of all frames that can be read. */
  synchronized List<JsonNode> messages() {
    return frames.stream().flatMap(frame -> messages(frame).stream()).toList();
  }

  /** None when it cannot be read: some are broken on purpose. */
  static List<JsonNode> messages(String frame) {
    try {
      return frame.startsWith("a")
          ? JSON.readTree(frame.substring(1)).valueStream().toList()
          : List.of();
    } catch (JacksonException broken) {
      return List.of();
    }
  }

  synchronized long nanosSinceLastFrame() {
    return System.nanoTime() - heardAt;
  }

  List<JsonNode> responses(int id) {
    return messages().stream().filter(each -> each.path("i").asInt(-1) == id).toList();
  }

  List<String> propsTypes() {
    return messages().stream()
        .map(each -> each.path("d").path("entityType").asString(""))
        .filter(type -> !type.isEmpty())
        .toList();
  }

  @Override
  public void close() {
    socket.close();
  }

  private synchronized void heard(String frame) {
    heardAt = System.nanoTime();
    frames.add(frame);
    notifyAll();
  }

  private synchronized void ended() {
    closed = true;
    notifyAll();
  }

  private <T> T awaitLocked(Supplier<T> search, String what) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      var found = search.get();
      if (found != null) {
        return found;
      }
      var left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError(
            "Waited in vain for %s; the last of %d frames: %s"
                .formatted(
                    what,
                    frames.size(),
                    frames.reversed().stream()
                        .limit(20)
                        .map(frame -> frame.substring(0, Math.min(300, frame.length())))
                        .toList()));
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
