package io.plimsoll.engine.tradovate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what could not be understood, and logs each kind once. Safe for use by many threads. */
public final class Oddities {
  private static final Logger LOG = LoggerFactory.getLogger(Oddities.class);
  private static final int MOST_KINDS = 500;

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  public void saw(String kind, String text) {
    var counted = counts.size() < MOST_KINDS || counts.containsKey(kind) ? kind : "others";
    var count = counts.computeIfAbsent(counted, first -> new LongAdder());
    count.increment();
    if (count.sum() == 1) {
      LOG.atWarn()
          .setMessage("not understood, ignored; logged once per kind")
          .addKeyValue("kind", counted)
          .addKeyValue("sample", text.length() <= 300 ? text : text.substring(0, 300) + "…")
          .log();
    }
  }

  public long count(String kind) {
    var count = counts.get(kind);
    return count == null ? 0 : count.sum();
  }
}
