package io.plimsoll.engine.session;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * One DRL file, parsed and not yet compiled.
 *
 * @param shipped whether it lies in the first rule folder
 */
record RuleFile(Path path, boolean shipped, String text, PackageDescr parsed) {

  List<RuleDescr> rules() {
    return parsed.getRules().stream().filter(rule -> !(rule instanceof QueryDescr)).toList();
  }

  /** The file's name without {@code .drl}. */
  String stem() {
    var name = path.getFileName().toString();
    return name.substring(0, name.length() - ".drl".length());
  }

  /** Where the compiler is told that the file lies: as Java would have it, by package. */
  String resourcePath(int number) {
    var folder = parsed.getNamespace().replace('.', '/');
    return "src/main/resources/%s/%d-%s.drl".formatted(folder, number, stem());
  }

  /**
   * The same file with every rule blanked out but this one and those it extends, each line where it
   * was.
   */
  RuleFile only(RuleDescr wanted) {
    return blanked(wanted, false);
  }

  /** As {@link #only}, and nothing left in the consequence. */
  RuleFile onlyConditions(RuleDescr wanted) {
    return blanked(wanted, true);
  }

  /** The class a condition names, by the file's imports; empty when there is none. */
  Optional<Class<?>> classNamed(String name) {
    int dot = name.indexOf('.');
    var first = dot < 0 ? name : name.substring(0, dot);
    var rest = dot < 0 ? "" : name.substring(dot);
    var imported =
        parsed.getImports().stream()
            .map(ImportDescr::getTarget)
            .flatMap(target ->
                target.endsWith(".*")
                    ? Stream.of(target.substring(0, target.length() - 1) + name)
                    : target.endsWith("." + first) ? Stream.of(target + rest) : Stream.of());
    return Stream.concat(
            imported, Stream.of(name, parsed.getNamespace() + "." + name, "java.lang." + name))
        .flatMap(candidate -> find(candidate).stream())
        .findFirst();
  }

  /** The types and queries that the file declares itself. */
  Set<String> declared() {
    var names = new HashSet<String>();
    parsed.getTypeDeclarations().forEach(type -> names.add(type.getTypeName()));
    parsed.getEnumDeclarations().forEach(type -> names.add(type.getTypeName()));
    parsed.getRules().stream()
        .filter(QueryDescr.class::isInstance)
        .forEach(query -> names.add(query.getName()));
    return names;
  }

  private RuleFile blanked(RuleDescr wanted, boolean blankConsequence) {
    var kept = new StringBuilder(text);
    var needed = withParents(wanted);
    for (var rule : rules()) {
      if (!needed.contains(rule.getName())) {
        blank(kept, rule.getStartCharacter(), rule.getEndCharacter() + 1);
      } else if (blankConsequence) {
        consequences(rule).forEach(then -> blankLast(kept, then, rule.getEndCharacter()));
      }
    }
    return new RuleFile(path, shipped, kept.toString(), parsed);
  }

  private Set<String> withParents(RuleDescr rule) {
    var names = new HashSet<String>();
    for (String name = rule.getName(); name != null && names.add(name); ) {
      var at = name;
      name =
          rules().stream()
              .filter(other -> other.getName().equals(at))
              .findFirst()
              .map(RuleDescr::getParentName)
              .orElse(null);
    }
    return names;
  }

  /** What stands after {@code then}, for each {@code then} the rule has. */
  static List<String> consequences(RuleDescr rule) {
    return Stream.concat(
            Stream.ofNullable(rule.getConsequence()), rule.getNamedConsequences().values().stream())
        .map(Object::toString)
        .toList();
  }

  private static void blankLast(StringBuilder text, String part, int before) {
    int at = text.lastIndexOf(part, before);
    if (at >= 0) {
      blank(text, at, at + part.length());
    }
  }

  private static void blank(StringBuilder text, int from, int to) {
    for (int i = from; i < Math.min(to, text.length()); i++) {
      if (text.charAt(i) != '\n') {
        text.setCharAt(i, ' ');
      }
    }
  }

  private static Optional<Class<?>> find(String name) {
    for (var candidate = name; ; ) {
      try {
        return Optional.of(Class.forName(candidate, false, RuleFile.class.getClassLoader()));
      } catch (ClassNotFoundException | LinkageError e) {
        int dot = candidate.lastIndexOf('.');
        if (dot < 0) {
          return Optional.empty();
        }
        candidate = candidate.substring(0, dot) + '$' + candidate.substring(dot + 1);
      }
    }
  }
}
