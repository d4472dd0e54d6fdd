package io.plimsoll.config;

import io.plimsoll.engine.action.ActionSettings;
import io.plimsoll.engine.book.PriceSource;
import io.plimsoll.engine.shard.EngineSettings;
import io.plimsoll.engine.tradovate.BrokerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole config: {@code plimsoll.yaml}, the plans, and the secrets they point to. */
public final class ConfigFile {
  private ConfigFile() {}

  /** As {@link #read(Path, Map)}, with the environment of this process. */
  public static ConfigResult read(Path file) {
    return read(file, System.getenv());
  }

  /**
   * Reads everything and starts nothing. Relative paths start from the folder above {@code config}
   * if the file is in a folder of that name, else from the file's own folder.
   *
   * @param environment what {@code ${env:NAME}} stands for
   */
  public static ConfigResult read(Path file, Map<String, String> environment) {
    var problems = new Problems(file);
    var source = new Source(file, home(file), environment, problems);
    var settings = YamlFile.read(source).flatMap(ConfigFile::settings);
    return settings.isPresent() && !problems.any()
        ? settings.get().with(problems.warnings())
        : new Refused(problems.errors(), problems.warnings());
  }

  static Path home(Path file) {
    var parent = file.getParent();
    var folder = parent == null ? Path.of("") : parent.normalize();
    if (!isConfig(folder.toAbsolutePath().normalize())) {
      return folder;
    }
    var above = folder.getParent();
    return isConfig(folder) ? (above == null ? Path.of("") : above) : folder.resolve("..");
  }

  private static boolean isConfig(Path folder) {
    var name = folder.getFileName();
    return name != null && name.toString().equals("config");
  }

  private static Optional<Settings> settings(Value root) {
    var section =
        Section.open(
            root,
            "env",
            "data-folder",
            "broker",
            "feed",
            "rules",
            "plans",
            "actions",
            "receivers",
            "route",
            "journal");
    var home = root.source().home();
    var env = section.optional("env", Written::text).orElse("production");
    var dataFolder =
        section.optional("data-folder", Places.path(home)).orElse(home.resolve("data"));
    var broker = broker(section);
    var feed = Section.open(section.at("feed"), "price", "stale-after");
    var price = feed.optional("price", Written.word(PriceSource.class)).orElse(PriceSource.LAST);
    var staleAfter = feed.optional("stale-after", Written::duration).orElse(Duration.ofSeconds(10));
    var rules = Section.open(section.at("rules"), "folders", "stages");
    var folders = ruleFolders(rules);
    var stages = WrittenStages.read(rules.at("stages"));
    var plans = PlanFolder.read(section.at("plans"));
    var actions = ActionsReader.read(section.at("actions"));
    refuseActingOnALiveHost(stages, actions, broker);
    var receiverValues = section.at("receivers").entries();
    var receivers = new LinkedHashMap<String, Receiver>();
    receiverValues.forEach(
        value -> ReceiverReader.read(value).ifPresent(r -> receivers.put(value.key(), r)));
    var route = RouteReader.read(section.at("route"), receiverValues);
    var journal = WrittenJournal.read(section.at("journal"));
    return section.build(() ->
        new Settings(
            new EngineSettings(
                env,
                dataFolder,
                broker.orElseThrow(),
                price,
                staleAfter,
                folders,
                stages.stages(),
                plans.plans(),
                actions.orElseThrow(),
                route.orElseThrow(),
                journal.orElse(null)),
            receivers,
            stages.lines(),
            plans.lines(),
            List.of()));
  }

  private static Optional<BrokerSettings> broker(Section section) {
    if (!section.has("broker")) {
      section.problem("broker is missing. It is required, with its addresses and credentials.");
      return Optional.empty();
    }
    return BrokerReader.read(section.at("broker"));
  }

  private static List<Path> ruleFolders(Section rules) {
    var home = rules.source().home();
    var value = rules.at("folders");
    if (value.isAbsent()) {
      var folder = home.resolve("rules").resolve("drl");
      if (!Files.isDirectory(folder)) {
        value.problem(
            "rules.folders is left out, and (%s) does not exist. Name a folder.".formatted(folder));
      }
      return List.of(folder);
    }
    var items = value.items();
    if (items.isEmpty() && rules.isSound()) {
      value.problem("rules.folders is empty. Name a folder with rules in it.");
    }
    return items.stream().flatMap(item -> item.as(Places.folder(home)).stream()).toList();
  }

  private static void refuseActingOnALiveHost(
      WrittenStages stages, Optional<ActionSettings> actions, Optional<BrokerSettings> broker) {
    boolean admin = actions.isPresent() && actions.get().by() == ActionSettings.By.ADMIN;
    if (admin && broker.isPresent() && broker.get().isLive()) {
      stages
          .firstAct()
          .ifPresent(stage ->
              stage.problem(
                  ("%s (act) cannot be: actions.by is admin and broker.rest is a live host,"
                          + " which takes no setadminautoliqaction. Use actions.by: orders,"
                          + " stage alert, or the demo host.")
                      .formatted(stage.name())));
    }
  }
}
