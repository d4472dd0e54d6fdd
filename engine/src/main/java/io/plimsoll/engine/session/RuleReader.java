package io.plimsoll.engine.session;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Reads and parses rule folders, and keeps everything that was wrong. */
final class RuleReader {
  private final List<RuleFile> files = new ArrayList<>();
  private final List<RuleProblem> problems = new ArrayList<>();

  RuleReader(List<Path> folders) {
    for (int i = 0; i < folders.size(); i++) {
      readFolder(folders.get(i), i == 0);
    }
    if (problems.isEmpty() && files.stream().allMatch(file -> file.rules().isEmpty())) {
      var folder = folders.isEmpty() ? Path.of("") : folders.getFirst();
      problems.add(
          new RuleProblem(
              folder, 0, "", "no rule was found in %s. Add a *.drl file.".formatted(folders)));
    }
  }

  /** The files that could be parsed: folder by folder, by name. */
  List<RuleFile> files() {
    return files;
  }

  List<RuleProblem> problems() {
    return problems;
  }

  private void readFolder(Path folder, boolean shipped) {
    try (var listing = Files.newDirectoryStream(folder, "*.drl")) {
      var paths = new ArrayList<Path>();
      listing.forEach(paths::add);
      paths.stream().filter(Files::isRegularFile).sorted().forEach(path -> read(path, shipped));
    } catch (IOException | DirectoryIteratorException e) {
      problems.add(
          new RuleProblem(
              folder,
              0,
              "",
              "the folder cannot be read (%s). Name a folder that holds *.drl files."
                  .formatted(e.getClass().getSimpleName())));
    }
  }

  private void read(Path path, boolean shipped) {
    var parser = new DrlParser(LanguageLevelOption.DRL6);
    try {
      var text = Files.readString(path);
      var parsed = parser.parse(false, text);
      parser.getErrors().forEach(error -> problems.add(syntax(path, error)));
      if (parsed != null && !parser.hasErrors()) {
        files.add(new RuleFile(path, shipped, text, parsed));
      }
    } catch (IOException e) {
      problems.add(
          new RuleProblem(path, 0, "", "the file cannot be read as UTF-8 text (%s).".formatted(e)));
    } catch (DroolsParserException e) {
      problems.add(new RuleProblem(path, 0, "", "the file is not DRL: %s".formatted(e)));
    }
  }

  /** Drools writes {@code [ERR 102] Line 9:0 mismatched input 'end' in rule "a.b"}. */
  private static RuleProblem syntax(Path path, DroolsError error) {
    int line = error.getLines().length > 0 ? error.getLines()[0] : 0;
    var message = error.getMessage();
    var text =
        message.replaceFirst("^\\[ERR \\d+] Line \\d+:\\d+ ", "").replaceFirst("[.\\s]+$", "");
    var quoted = message.lastIndexOf("in rule \"");
    var rule =
        quoted < 0 ? "" : message.substring(quoted + "in rule \"".length()).replaceAll("\".*", "");
    return new RuleProblem(
        path, line, rule, "syntax error: %s. Mend the line, or the one before it.".formatted(text));
  }
}
