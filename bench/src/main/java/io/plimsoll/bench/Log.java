package io.plimsoll.bench;

/** Where log events of these programs go: to standard error, warnings only. */
final class Log {
  private Log() {}

  /** Before anything logs. */
  static void toStandardError() {
    if (System.getProperty("logback.configurationFile") == null) {
      System.setProperty("logback.configurationFile", "io/plimsoll/bench/logback.xml");
    }
  }
}
