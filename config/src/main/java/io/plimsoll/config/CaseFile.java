package io.plimsoll.config;

import io.plimsoll.config.cases.WorkedCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One file of worked cases, as far as it can be read: a case with a problem is left out, the others
 * are there.
 *
 * @param problems why cases are missing; none when all were read
 * @param warnings what people should look at
 */
public record CaseFile(
    Path file, List<WorkedCase> cases, List<Problem> problems, List<Problem> warnings) {
  public CaseFile {
    cases = List.copyOf(cases);
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /**
   * The files of cases in a folder and those below it, in the order of their names; or the file
   * that is named, whatever its name.
   *
   * @throws IOException when the place cannot be read, or there are none
   */
  public static List<Path> in(Path place) throws IOException {
    if (!Files.exists(place)) {
      throw new IOException(
          "(%s) does not exist. Name a file of cases, or a folder of them.".formatted(place));
    }
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (var all = Files.walk(place)) {
      var files = all.filter(CaseFile::isOne).sorted().toList();
      if (files.isEmpty()) {
        throw new IOException("(%s) holds no file of cases: none ends in .yaml.".formatted(place));
      }
      return files;
    }
  }

  private static boolean isOne(Path path) {
    var name = path.getFileName().toString();
    return !name.startsWith(".")
        && (name.endsWith(".yaml") || name.endsWith(".yml"))
        && Files.isRegularFile(path);
  }

  /** Reads all of it and runs nothing. Paths in its plans start from the file's own folder. */
  public static CaseFile read(Path file) {
    var problems = new Problems(file);
    var parent = file.getParent();
    var source = new Source(file, parent == null ? Path.of("") : parent, null, problems);
    var cases = new ArrayList<WorkedCase>();
    YamlFile.read(source)
        .ifPresent(root -> {
          for (var item : root.items()) {
            var value = new Value(source, "case", "", item.line(), item.node());
            CaseReader.read(value).ifPresent(cases::add);
          }
        });
    return new CaseFile(file, cases, problems.errors(), problems.warnings());
  }
}
