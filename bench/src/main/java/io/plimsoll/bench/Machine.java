package io.plimsoll.bench;

import java.util.Locale;

/** What figures were measured on. */
final class Machine {
  private Machine() {}

  static String text() {
    return String.format(
        Locale.ROOT,
        "%d cores, %s, Java %s",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.arch"),
        Runtime.version());
  }
}
