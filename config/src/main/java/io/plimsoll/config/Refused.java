package io.plimsoll.config;

import java.util.List;

/**
 * No start.
 *
 * @param problems all that was found, by file and line; at least one
 * @param warnings what would have been only a warning
 */
public record Refused(List<Problem> problems, List<Problem> warnings) implements ConfigResult {
  public Refused {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }
}
