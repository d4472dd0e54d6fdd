package io.plimsoll.config;

import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Text that is not YAML, in words that repeat none of it: the parser's own messages quote the line,
 * which may hold a secret.
 */
record SyntaxError(int line, String text) {

  static SyntaxError explain(YamlEngineException error, String text) {
    return switch (error) {
      case ReaderException e ->
          new SyntaxError(
              lineOf(e.getPosition(), text),
              "character U+%04X is not allowed in YAML. Remove it.".formatted(e.getCodePoint()));
      case MarkedYamlEngineException e -> new SyntaxError(line(e), explain(problem(e)));
      default -> new SyntaxError(0, explain(String.valueOf(error.getMessage())));
    };
  }

  private static String explain(String problem) {
    if (problem.contains("TAB")) {
      return "a tab stands where YAML wants spaces. Use spaces.";
    }
    if (problem.contains("undefined alias")) {
      return "an alias (*) has no anchor (&) before it. Put a text that begins with * in quotes.";
    }
    if (problem.contains("aliases")) {
      return "there are too many aliases (*). Write the values out.";
    }
    if (problem.contains("another document") || problem.contains("document start")) {
      return "a second document begins. Keep one, without --- lines between.";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "a second colon stands in this line, or the indentation is off."
          + " Put a text with a colon in quotes.";
    }
    if (problem.contains("code points")) {
      return "the file is too long for a config.";
    }
    if (problem.contains("block end") || problem.contains("<block")) {
      return "the indentation is off. Keys of one section begin in one column.";
    }
    return "this is not YAML near here. Look for a missing quote, bracket or colon.";
  }

  private static String problem(MarkedYamlEngineException error) {
    return error.getProblem() + " " + error.getContext();
  }

  private static int line(MarkedYamlEngineException error) {
    return error
        .getProblemMark()
        .or(error::getContextMark)
        .map(mark -> mark.getLine() + 1)
        .orElse(0);
  }

  private static int lineOf(int position, String text) {
    var before = text.substring(0, Math.min(position, text.length()));
    return 1 + (int) before.chars().filter(letter -> letter == '\n').count();
  }
}
