package io.plimsoll.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong while reading goes on, so that people see all of it at once. */
final class Problems {
  /** Shorter texts would blot out parts of ordinary words. */
  private static final int SHORTEST_CONCEALED = 4;

  private static final Comparator<Problem> BY_LINE = Comparator.comparingInt(Problem::line);

  private final Path main;
  private final List<Problem> errors = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private final Map<String, String> concealed = new LinkedHashMap<>();

  /**
   * @param main the file whose problems come before those of all others
   */
  Problems(Path main) {
    this.main = main;
  }

  void add(Path file, int line, String text) {
    errors.add(new Problem(file, line, text));
  }

  void warn(Path file, int line, String text) {
    warnings.add(new Problem(file, line, text));
  }

  /** From now on {@link #withoutSecrets} shows the second text where it finds the first. */
  void conceal(String text, String shown) {
    if (text.length() >= SHORTEST_CONCEALED) {
      concealed.putIfAbsent(text, shown);
    }
  }

  /** A message that was not written here, without the texts that came from outside the files. */
  String withoutSecrets(String message) {
    for (var entry : concealed.entrySet()) {
      message = message.replace(entry.getKey(), entry.getValue());
    }
    return message;
  }

  int count() {
    return errors.size();
  }

  boolean any() {
    return !errors.isEmpty();
  }

  /**
   * By line; files keep the order in which they were read. One that two plans read tells it once.
   */
  List<Problem> errors() {
    return byFileAndLine(errors);
  }

  List<Problem> warnings() {
    return byFileAndLine(warnings);
  }

  private List<Problem> byFileAndLine(List<Problem> found) {
    var byFile = new LinkedHashMap<Path, List<Problem>>();
    byFile.put(main, new ArrayList<>());
    found.forEach(p -> byFile.computeIfAbsent(p.file(), _ -> new ArrayList<>()).add(p));
    return byFile.values().stream()
        .flatMap(list -> list.stream().distinct().sorted(BY_LINE))
        .toList();
  }
}
