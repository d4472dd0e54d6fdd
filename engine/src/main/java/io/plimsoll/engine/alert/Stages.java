package io.plimsoll.engine.alert;

import java.util.Map;

/**
 * The stage of each rule: by its whole name, else by its file's stem, else the default.
 *
 * @param byName keys such as {@code trailing-drawdown.reached} or {@code trailing-drawdown}
 */
public record Stages(Stage byDefault, Map<String, Stage> byName) {
  public Stages {
    byName = Map.copyOf(byName);
  }

  public Stage of(String rule) {
    var exact = byName.get(rule);
    if (exact != null) {
      return exact;
    }
    int dot = rule.indexOf('.');
    return byName.getOrDefault(dot < 0 ? rule : rule.substring(0, dot), byDefault);
  }
}
