package io.plimsoll.engine.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Times as they are written: UTC with six digits after the point, always, so that they sort as
 * text. Writing a time anew takes longer than writing a frame; most share their second.
 */
final class Stamp {
  /** Of {@code 2026-11-21T14:00:00.123456Z}. */
  static final int LENGTH = 27;

  private static final int WHOLE = "2026-11-21T14:00:00".length();
  private static final int DIGITS = 6;

  private final byte[] second = new byte[WHOLE];
  private long of = Long.MIN_VALUE;

  /** Writes {@link #LENGTH} bytes. */
  void write(Instant at, byte[] to, int from) {
    if (at.getEpochSecond() != of) {
      of = at.getEpochSecond();
      var text = Instant.ofEpochSecond(of).toString();
      System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, second, 0, WHOLE);
    }
    System.arraycopy(second, 0, to, from, WHOLE);
    to[from + WHOLE] = '.';
    int micros = at.getNano() / 1000;
    for (int digit = from + WHOLE + DIGITS; digit > from + WHOLE; digit--) {
      to[digit] = (byte) ('0' + micros % 10);
      micros /= 10;
    }
    to[from + LENGTH - 1] = 'Z';
  }

  static String text(Instant at) {
    var bytes = new byte[LENGTH];
    new Stamp().write(at, bytes, 0);
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
