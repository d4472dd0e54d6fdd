package io.plimsoll.config;

import io.plimsoll.engine.risk.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** All plans: the files of one folder in the order of their names, and each file from its top. */
final class PlanFolder {
  /** Editors keep hidden files of their own beside the real ones. */
  private static final Pattern PLAN_FILE = Pattern.compile("[^.].*\\.ya?ml");

  private final List<Plan> plans = new ArrayList<>();
  private final PlanNames names = new PlanNames();

  private PlanFolder() {}

  static PlanFolder read(Value value) {
    var found = new PlanFolder();
    folder(value).ifPresent(folder -> found.readFiles(folder, value));
    return found;
  }

  /** In the order in which accounts try them. */
  List<Plan> plans() {
    return plans;
  }

  /** Where each is written, by its name. */
  Map<String, Location> lines() {
    return names.places();
  }

  private static Optional<Path> folder(Value value) {
    var home = value.source().home();
    if (!value.isAbsent()) {
      return value.as(Places.folder(home));
    }
    var folder = home.resolve("config").resolve("plans");
    if (Files.isDirectory(folder)) {
      return Optional.of(folder);
    }
    value.problem("plans is left out, and (%s) does not exist. Name a folder.".formatted(folder));
    return Optional.empty();
  }

  private void readFiles(Path folder, Value value) {
    for (var file : files(folder, value)) {
      if (file.toString().endsWith(".yml")) {
        value.source().plan(file).problem(0, "plans are read from .yaml files. Rename this one.");
      } else {
        readFile(value.source().plan(file));
      }
    }
    if (plans.isEmpty() && !value.source().problems().any()) {
      value.warning("folder (%s) holds no plan: no limit of ours holds.".formatted(folder));
    }
  }

  private static List<Path> files(Path folder, Value value) {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> PLAN_FILE.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      value.problem("folder (%s) cannot be read. Look at its mode.".formatted(folder));
      return List.of();
    }
  }

  private void readFile(Source source) {
    var root = YamlFile.read(source);
    if (root.isEmpty()) {
      return;
    }
    var file = Section.open(root.get(), "plans");
    if (!file.has("plans")) {
      file.problem("plans is missing. Write plans: and below it a list, each with - name: first.");
    }
    for (var item : file.at("plans").items()) {
      var plan = new Value(source, "plan", "", item.line(), item.node());
      var read = PlanReader.read(plan, names);
      if (plan.entries().stream().noneMatch(key -> PlanReader.LIMITS.contains(key.key()))) {
        read.ifPresent(one -> plan.warning("plan (%s) holds no limit.".formatted(one.name())));
      }
      read.ifPresent(plans::add);
    }
  }
}
