package io.plimsoll.config;

import io.plimsoll.engine.alert.Stage;
import io.plimsoll.engine.alert.Stages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The stages of the rules, and where each is written.
 *
 * @param firstAct the first stage that lets account actions out; empty: none does
 */
record WrittenStages(Stages stages, Map<String, Location> lines, Optional<Value> firstAct) {
  private static final Function<String, Stage> WORD = Written.word(Stage.class);

  static WrittenStages read(Value value) {
    var byDefault = Stage.ALERT;
    var byName = new LinkedHashMap<String, Stage>();
    var lines = new LinkedHashMap<String, Location>();
    var firstAct = Optional.<Value>empty();
    for (var entry : value.entries()) {
      var stage = entry.as(WrittenStages::stage);
      if (stage.isEmpty()) {
        continue;
      }
      if (entry.key().equals("default")) {
        byDefault = stage.get();
      } else {
        byName.put(entry.key(), stage.get());
        lines.put(entry.key(), entry.source().at(entry.line()));
      }
      if (stage.get() == Stage.ACT && firstAct.isEmpty()) {
        firstAct = Optional.of(entry);
      }
    }
    return new WrittenStages(new Stages(byDefault, byName), lines, firstAct);
  }

  private static Stage stage(String text) {
    if (text.strip().equals("propose")) {
      throw new NotReadable("is not built yet; use alert.");
    }
    return WORD.apply(text);
  }
}
