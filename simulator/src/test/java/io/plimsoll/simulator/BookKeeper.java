package io.plimsoll.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * A plain client that does what the protocol asks of one: takes the last word about each entity,
 * passes over what it cannot read, and connects anew when a socket ends or falls silent.
 */
final class BookKeeper implements AutoCloseable {
  private static final long SILENCE_NANOS = 700_000_000;
  private static final String SYNC = "{\"splitResponses\":true}";

  private final Simulator broker;
  private Map<String, JsonNode> books = new HashMap<>();
  private Wire wire;
  private int read;
  private int connections;

  BookKeeper(Simulator broker) {
    this.broker = broker;
  }

  /** Until the broker's last word has come, or the socket has to be opened again and again. */
  Map<String, JsonNode> follow(long nanos) {
    var end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      if (wire == null || isOver()) {
        connect();
      }
      take();
      LockSupport.parkNanos(2_000_000);
    }
    return books;
  }

  /** Follows until nothing comes but heartbeats for a while; the broker must be frozen. */
  Map<String, JsonNode> settle() {
    var frames = -1L;
    while (frames != taken()) {
      frames = taken();
      follow(SILENCE_NANOS * 3);
    }
    return books;
  }

  int connections() {
    return connections;
  }

  @Override
  public void close() {
    if (wire != null) {
      wire.close();
    }
  }

  private long taken() {
    return connections * 1_000_000_000L
        + wire.frames().stream().filter(frame -> !frame.equals("h")).count();
  }

  private boolean isOver() {
    return wire.isClosed()
        || wire.nanosSinceLastFrame() > SILENCE_NANOS
        || wire.frames().stream().anyMatch(frame -> frame.startsWith("c"));
  }

  private void connect() {
    close();
    books = new HashMap<>();
    read = 0;
    connections++;
    wire = new Wire(broker.socketUri());
    var _ = wire.send("authorize", "", Rest.token(broker));
    var _ = wire.send("user/syncrequest", "", SYNC);
  }

  private void take() {
    var frames = wire.frames();
    for (; read < frames.size(); read++) {
      Wire.messages(frames.get(read)).forEach(message -> item(message.path("d")));
    }
  }

  private void item(JsonNode d) {
    if (d.isArray()) {
      d.forEach(this::item);
    } else if (d.path("entity").isArray()) {
      d.path("entity").forEach(entity -> event(d, entity));
    } else if (d.has("entity")) {
      event(d, d.path("entity"));
    } else {
      d.properties()
          .forEach(list ->
              list.getValue()
                  .forEach(entity -> put(SyncShapeTest.singular(list.getKey()), entity)));
    }
  }

  private void event(JsonNode d, JsonNode entity) {
    var type = d.path("entityType").asString("");
    if (d.path("eventType").asString("").equals("Deleted")) {
      books.remove(key(type, entity));
    } else {
      put(type, entity);
    }
  }

  private void put(String type, JsonNode entity) {
    if (entity.path("id").isIntegralNumber()) {
      books.put(key(type, entity), entity);
    }
  }

  private static String key(String type, JsonNode entity) {
    return type + " " + entity.path("id").asLong();
  }
}
