package io.plimsoll.config;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file being read.
 *
 * @param home the folder that relative paths start from
 * @param environment what {@code ${env:NAME}} takes its values from; absent: the file takes none
 */
record Source(Path file, Path home, @Nullable Map<String, String> environment, Problems problems) {

  /** Another file of the same config, which takes nothing from the environment. */
  Source plan(Path other) {
    return new Source(other, home, null, problems);
  }

  void problem(int line, String text) {
    problems.add(file, line, text);
  }

  void warning(int line, String text) {
    problems.warn(file, line, text);
  }

  Location at(int line) {
    return new Location(file, line);
  }
}
