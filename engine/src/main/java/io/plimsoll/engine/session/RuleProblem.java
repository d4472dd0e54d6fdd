package io.plimsoll.engine.session;

import java.nio.file.Path;

/**
 * Why a rule set is refused, and the way out.
 *
 * @param file the file, or the folder when it is about a whole folder
 * @param line from 1; 0 when it is about the whole file
 * @param rule empty when it is about no single rule
 * @param text a whole sentence, which names the rule
 */
public record RuleProblem(Path file, int line, String rule, String text) {
  @Override
  public String toString() {
    return line > 0 ? "%s:%d: %s".formatted(file, line, text) : "%s: %s".formatted(file, text);
  }
}
