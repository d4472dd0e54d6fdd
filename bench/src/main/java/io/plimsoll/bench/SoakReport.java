package io.plimsoll.bench;

import io.plimsoll.engine.journal.JournalCheck;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a soak has shown, and whether that is good. */
final class SoakReport {
  /** Logged by a shard when an event made it throw: a bug, whatever came of it. */
  private static final String BUG = "event not handled";

  private final List<Sample> samples = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  void sample(Sample sample) {
    samples.add(sample);
    if (sample.stuck() > 0) {
      failures.add("%d shards were stuck at %s".formatted(sample.stuck(), sample.at()));
    }
  }

  void compared(List<Comparison> all) {
    for (var one : all) {
      lines.add(
          "%-20s engine %,8d  broker %,8d  missing %d  extra %d  different %d"
              .formatted(
                  one.type().wireName(),
                  one.engine(),
                  one.broker(),
                  one.missing().size(),
                  one.extra().size(),
                  one.different().size()));
      one.examples().forEach(example -> lines.add("  " + example));
      if (!one.isEqual()) {
        failures.add("the books differ in " + one.type().wireName());
      }
    }
  }

  void errors(Map<String, Integer> counts) {
    counts.forEach((message, count) -> lines.add("logged %d times: %s".formatted(count, message)));
    if (counts.containsKey(BUG)) {
      failures.add("a shard met an event it could not handle; see the log");
    }
  }

  void journal(JournalCheck check) {
    lines.add(
        "journal: %,d frames in %d files, %,d lost"
            .formatted(check.frames(), check.files().size(), check.lost()));
    check.faults().forEach(fault -> failures.add("journal: " + fault));
    if (check.lost() > 0) {
      failures.add("the journal lost frames");
    }
  }

  private void memory() {
    var points =
        samples.stream().map(each -> new HeapTrend.Point(each.heap(), each.entities())).toList();
    HeapTrend.of(points)
        .ifPresentOrElse(
            trend -> {
              lines.add(
                  "objects in use: middle third %,d bytes, last third %,d, allowed %,d more"
                      .formatted(trend.middle(), trend.last(), trend.allowed()));
              if (!trend.isFlat()) {
                failures.add("memory grows");
              }
            },
            () -> lines.add("memory: too few samples to say whether it grows"));
  }

  void print(PrintWriter out) {
    memory();
    lines.forEach(out::println);
    failures.stream().distinct().forEach(failure -> out.println("FAILED: " + failure));
    out.println(failures.isEmpty() ? "good" : "not good");
  }

  boolean isGood() {
    return failures.isEmpty();
  }
}
