package io.plimsoll.app;

import io.plimsoll.config.ConfigFile;
import io.plimsoll.config.Refused;
import io.plimsoll.config.Settings;
import io.plimsoll.engine.session.RuleLoad;
import io.plimsoll.engine.session.RuleSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Settings and rules that may be started, or all that is wrong with them. */
sealed interface Checked {
  /**
   * @param warnings what is allowed and probably not meant
   */
  record Good(Settings settings, RuleSet rules, List<String> warnings) implements Checked {
    public Good {
      warnings = List.copyOf(warnings);
    }
  }

  record Bad(List<String> problems, List<String> warnings) implements Checked {
    public Bad {
      problems = List.copyOf(problems);
      warnings = List.copyOf(warnings);
    }
  }

  static Checked read(Path config) {
    return switch (ConfigFile.read(config)) {
      case Refused refused -> new Bad(texts(refused.problems()), texts(refused.warnings()));
      case Settings settings ->
          switch (RuleSet.load(settings.engine().ruleFolders())) {
            case RuleLoad.Refused refused ->
                new Bad(texts(refused.problems()), texts(settings.warnings()));
            case RuleLoad.Loaded(var rules) -> together(settings, rules);
          };
    };
  }

  private static Checked together(Settings settings, RuleSet rules) {
    var problems = new ArrayList<String>();
    settings
        .stageLines()
        .forEach((name, where) -> {
          if (rules.rules().keySet().stream()
              .noneMatch(rule -> rule.equals(name) || rule.startsWith(name + "."))) {
            problems.add(
                "%s: stage of (%s): no rule or rule file has this name. Loaded: %s."
                    .formatted(where, name, String.join(", ", stems(rules))));
          }
        });
    return problems.isEmpty()
        ? new Good(settings, rules, texts(settings.warnings()))
        : new Bad(problems, texts(settings.warnings()));
  }

  private static List<String> stems(RuleSet rules) {
    return rules.rules().keySet().stream()
        .map(rule -> rule.substring(0, rule.indexOf('.')))
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> texts(List<?> things) {
    return things.stream().map(Object::toString).toList();
  }
}
