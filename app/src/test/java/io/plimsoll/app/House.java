package io.plimsoll.app;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The main classes of all modules, and who may name whom: the tables of design section 2. */
final class House {
  static final String ROOT = "io.plimsoll";

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /** Each module, and the modules whose classes it may name. */
  static final Map<String, Set<String>> MODULES =
      Map.of(
          "engine", Set.of(),
          "notifiers", Set.of("engine"),
          "config", Set.of("engine", "notifiers"),
          "simulator", Set.of(),
          "bench", Set.of("engine", "simulator"),
          "app", Set.of("engine", "notifiers", "config"));

  /** Each package of the engine below the shard, and those of the engine that it may name. */
  static final Map<String, Set<String>> ENGINE =
      Map.ofEntries(
          Map.entry("tradovate.entity", Set.of()),
          Map.entry("tradovate", Set.of("tradovate.entity")),
          Map.entry("fact", Set.of("tradovate.entity")),
          Map.entry("risk", Set.of("fact", "tradovate.entity")),
          Map.entry("book", Set.of("risk", "tradovate", "fact", "tradovate.entity")),
          Map.entry("session", Set.of("fact", "tradovate.entity")),
          Map.entry("alert", Set.of("session", "fact")),
          Map.entry("action", Set.of("book", "fact", "tradovate.entity")),
          Map.entry("store", Set.of("action", "alert", "risk")),
          Map.entry("delivery", Set.of("store", "action", "alert", "tradovate")),
          Map.entry("journal", Set.of()));

  /**
   * Classes of the engine that name more than their package may, each with what it names besides:
   * an episode is written with its identity and what it asks for, a request with the vendor's word.
   */
  static final Map<String, Set<String>> EXCEPTIONS =
      Map.of(
          "io.plimsoll.engine.store.EpisodeBody", Set.of("fact", "session"),
          "io.plimsoll.engine.delivery.AccountRequests", Set.of("tradovate.entity"));

  private House() {}

  static List<JavaPackage> packages() {
    return CLASSES.stream()
        .map(JavaClass::getPackage)
        .distinct()
        .filter(each -> each.getName().startsWith(ROOT))
        .toList();
  }

  /** The names of the packages with classes below this one, each without its beginning. */
  static Set<String> packagesBelow(String name) {
    return packages().stream()
        .map(JavaPackage::getName)
        .filter(each -> each.startsWith(name + "."))
        .map(each -> each.substring(name.length() + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
