package io.plimsoll.app.demo;

import io.plimsoll.app.Format;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** Prints what happens, with the seconds since the demo was. Safe for use by many threads. */
final class Timeline {
  private final PrintWriter out;
  private final Format format;
  private final Moves moves;
  private final long start = System.nanoTime();

  Timeline(PrintWriter out, Format format, Moves moves) {
    this.out = out;
    this.format = format;
    this.moves = moves;
  }

  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Tells of it, unless it is only noise. */
  synchronized void print(Happening happening) {
    var seconds = seconds();
    if (!moves.isWorthALine(happening, seconds)) {
      return;
    }
    Narrator.tell(happening)
        .ifPresent(line -> {
          switch (format) {
            case text -> {
              moves.introduction(happening).ifPresent(plan -> print(seconds, "plan", plan));
              print(seconds, line.speaker(), line.text());
            }
            case json -> line(JsonLine.of(seconds, happening));
          }
        });
  }

  private void print(double seconds, String speaker, String text) {
    line(String.format(Locale.ROOT, "%6.2f s  %-8s %s", seconds, speaker, text));
  }

  /** Where things are, by their names. */
  synchronized void places(Map<String, String> places) {
    switch (format) {
      case text -> {
        places.forEach((name, place) -> line(String.format(Locale.ROOT, "%-9s %s", name, place)));
        line("");
      }
      case json -> line(JsonLine.of(seconds(), "demo started", places));
    }
  }

  synchronized void say(String text) {
    line(
        switch (format) {
          case text -> text;
          case json -> JsonLine.of(seconds(), "note", Map.of("text", text));
        });
  }

  /** The end of it. */
  synchronized void print(Summary summary) {
    switch (format) {
      case text -> summary.lines().forEach(this::line);
      case json -> summary.json(seconds()).forEach(this::line);
    }
  }

  private void line(Object line) {
    out.println(line);
    out.flush();
  }
}
