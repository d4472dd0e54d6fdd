package io.plimsoll.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** From a file to its outermost value; or a problem that says why there is none. */
final class YamlFile {
  private static final int MOST_ALIASES = 20;
  private static final int MOST_CHARACTERS = 1_000_000;

  private YamlFile() {}

  static Optional<Value> read(Source source) {
    return text(source).flatMap(text -> parse(text, source));
  }

  /** The line a node begins on, from 1. */
  static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  private static Optional<String> text(Source source) {
    Path file = source.file();
    try {
      if (Files.isDirectory(file)) {
        source.problem(0, "this is a folder. Name a file in it.");
        return Optional.empty();
      }
      var text = Files.readString(file);
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (NoSuchFileException e) {
      source.problem(0, "this file does not exist. Begin with a copy of the commented example.");
    } catch (CharacterCodingException e) {
      source.problem(0, "this file is not UTF-8 text. Save it as UTF-8.");
    } catch (IOException e) {
      source.problem(
          0,
          "this file cannot be read (%s). Look at its mode."
              .formatted(e.getClass().getSimpleName()));
    }
    return Optional.empty();
  }

  private static Optional<Value> parse(String text, Source source) {
    try {
      var root = new Compose(settings(source)).composeString(text);
      if (root.isEmpty()) {
        source.problem(0, "this file is empty. Begin with a copy of the commented example.");
        return Optional.empty();
      }
      return YamlShape.isSound(root.get(), source)
          ? Optional.of(new Value(source, "", "", 1, root.get()))
          : Optional.empty();
    } catch (YamlEngineException e) {
      var problem = SyntaxError.explain(e, text);
      source.problem(problem.line(), problem.text());
      return Optional.empty();
    } catch (StackOverflowError e) {
      // The parser descends by recursion and has no limit of its own.
      source.problem(0, "brackets are nested too deeply for a config.");
      return Optional.empty();
    }
  }

  private static LoadSettings settings(Source source) {
    return LoadSettings.builder()
        .setLabel(source.file().toString())
        .setUseMarks(true)
        .setAllowDuplicateKeys(true)
        .setAllowNonScalarKeys(true)
        .setMaxAliasesForCollections(MOST_ALIASES)
        .setCodePointLimit(MOST_CHARACTERS)
        .build();
  }
}
