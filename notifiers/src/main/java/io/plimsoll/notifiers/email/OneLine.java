package io.plimsoll.notifiers.email;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text from outside as a single line: no line ends, so it cannot become a header of its own, and no
 * invisible direction marks, so it reads as it is.
 */
final class OneLine {
  private static final int LONGEST_REASON = 300;
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+");

  private OneLine() {}

  static String of(@Nullable String text) {
    return text == null ? "" : UNSEEN.matcher(text).replaceAll(" ").strip();
  }

  /** A server's or exception's words, no longer than a log line bears. */
  static String reason(@Nullable String text) {
    var line = of(text);
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "...";
  }
}
