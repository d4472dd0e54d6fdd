package io.plimsoll.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that someone probably meant. */
final class Nearest {
  private Nearest() {}

  /** The known name with the fewest edits, if they are few for its length. */
  static Optional<String> to(String written, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(name -> edits(written, name)))
        .filter(name -> edits(written, name) <= Math.max(1, name.length() / 3));
  }

  /** {@code " Maybe (x)."}, or nothing. */
  static String maybe(String written, Collection<String> known) {
    return to(written, known).map(" Maybe (%s)."::formatted).orElse("");
  }

  /** Letters put in, left out, changed or swapped with their neighbour; case does not count. */
  private static int edits(String from, String to) {
    var a = from.toLowerCase(Locale.ROOT);
    var b = to.toLowerCase(Locale.ROOT);
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        edits[i][j] =
            Math.min(edits[i - 1][j - 1] + change, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
      }
    }
    return edits[a.length()][b.length()];
  }
}
