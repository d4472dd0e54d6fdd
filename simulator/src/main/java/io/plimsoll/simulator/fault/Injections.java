package io.plimsoll.simulator.fault;

import io.plimsoll.simulator.ledger.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Every fault that was done, counted for good and kept for a while. */
public final class Injections {
  private static final int KEPT = 10_000;

  /**
   * {@code where} is a socket ({@code user 3}) or {@code rest}; {@code about} says what was hit
   * without its contents, which may be secret.
   */
  public record Entry(
      long seq, Instant instant, String where, String fault, boolean lossy, String about) {
    public ObjectNode json() {
      return Json.object()
          .put("seq", seq)
          .put("instant", instant.toString())
          .put("injected", fault)
          .put("where", where)
          .put("lossy", lossy)
          .put("about", about);
    }
  }

  private final InstantSource clock;
  private final Deque<Entry> kept = new ArrayDeque<>();
  private final Map<String, Long> counts = new TreeMap<>();
  private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();
  private long last;

  public Injections(InstantSource clock) {
    this.clock = clock;
  }

  public void listen(Consumer<Entry> listener) {
    listeners.add(listener);
  }

  public synchronized void add(String where, String fault, boolean lossy, String about) {
    var entry = new Entry(++last, clock.instant(), where, fault, lossy, about);
    counts.merge(fault, 1L, Long::sum);
    kept.addLast(entry);
    if (kept.size() > KEPT) {
      kept.removeFirst();
    }
    listeners.forEach(each -> each.accept(entry));
  }

  /** How often each fault was done, by its word. */
  public synchronized Map<String, Long> counts() {
    return Map.copyOf(counts);
  }

  /** The last ones, oldest first. */
  public synchronized List<Entry> entries() {
    return new ArrayList<>(kept);
  }

  public ObjectNode json() {
    var json = Json.object();
    json.set("counts", Json.MAPPER.valueToTree(new TreeMap<>(counts())));
    json.set("faults", Json.array(entries().stream().map(Entry::json).toList()));
    return json;
  }
}
