package io.plimsoll.app.demo;

import java.io.PrintWriter;
import java.util.Locale;

/** Prints what happens, with the seconds since the demo was. */
final class Timeline {
  private final PrintWriter out;
  private final long start = System.nanoTime();

  Timeline(PrintWriter out) {
    this.out = out;
  }

  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  void print(Happening happening) {
    Narrator.tell(happening).ifPresent(line -> print(line.speaker(), line.text()));
  }

  synchronized void print(String speaker, String text) {
    out.printf(Locale.ROOT, "%6.2f s  %-8s %s%n", seconds(), speaker, text);
    out.flush();
  }

  synchronized void say(String text) {
    out.println(text);
    out.flush();
  }
}
