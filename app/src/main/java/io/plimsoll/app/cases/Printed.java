package io.plimsoll.app.cases;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** The results of cases, for people. */
final class Printed {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("EEEE uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final int KEY = 16;
  private static final int EXPECTED = 28;

  private final PrintWriter out;

  Printed(PrintWriter out) {
    this.out = out;
  }

  void print(CaseResult result) {
    var worked = result.worked();
    out.printf(
        "%-7s %s:%d  %s%n",
        result.isOk() ? "ok" : "FAILED", worked.file(), worked.line(), worked.name());
    var steps =
        result.differences().stream()
            .collect(
                Collectors.groupingBy(Difference::step, LinkedHashMap::new, Collectors.toList()));
    steps.values().forEach(differences -> print(differences, result));
    out.flush();
  }

  private void print(List<Difference> differences, CaseResult result) {
    var first = differences.getFirst();
    if (first.step() == 0) {
      out.printf("        %s%n", first.actual());
      return;
    }
    out.printf(
        "        line %d, step %d, %s%n",
        first.line(),
        first.step(),
        LOCAL.format(
            Objects.requireNonNullElse(first.at(), Instant.EPOCH)
                .atZone(result.worked().plan().session().zone())));
    if (differences.stream().anyMatch(one -> !one.key().isEmpty())) {
      row("", "expected", "actual");
    }
    for (var one : differences) {
      if (one.key().isEmpty()) {
        out.printf("          %s%n", one.actual());
      } else {
        row(one.key(), one.expected(), one.actual());
      }
    }
  }

  private void row(String key, String expected, String actual) {
    out.println(
        "          %s %s %s".formatted(padded(key, KEY), padded(expected, EXPECTED), actual));
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
