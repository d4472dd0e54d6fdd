package io.plimsoll.app.cases;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The results of cases, for people. */
final class Printed {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("EEEE uuuu-MM-dd HH:mm:ss", Locale.ENGLISH);
  private static final String EXPECTED = "expected";

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
    if (first.key().isEmpty()) {
      out.printf("          %s%n", first.actual());
      return;
    }
    int key = width(differences, Difference::key, "");
    int expected = width(differences, Difference::expected, EXPECTED);
    row(key, "", expected, EXPECTED, "actual");
    for (var one : differences) {
      row(key, one.key(), expected, one.expected(), one.actual());
    }
  }

  private static int width(
      List<Difference> differences, Function<Difference, String> part, String title) {
    return differences.stream()
        .mapToInt(one -> part.apply(one).length())
        .reduce(title.length(), Math::max);
  }

  private void row(int keyWidth, String key, int width, String expected, String actual) {
    out.println(
        "          %s  %s  %s".formatted(padded(key, keyWidth), padded(expected, width), actual));
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
