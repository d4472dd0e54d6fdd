package io.plimsoll.config;

import io.plimsoll.engine.shard.EngineSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A config without a problem.
 *
 * @param receivers by name, in the order they are written
 * @param stageLines where the stage of each rule is written, so that a stage that no loaded rule
 *     answers to can be reported; {@code default} is not among them
 * @param planLines where each plan is written, by its name
 * @param warnings what people should look at; none stops the start
 */
public record Settings(
    EngineSettings engine,
    Map<String, Receiver> receivers,
    Map<String, Location> stageLines,
    Map<String, Location> planLines,
    List<Problem> warnings)
    implements ConfigResult {
  public Settings {
    receivers = Collections.unmodifiableMap(new LinkedHashMap<>(receivers));
    stageLines = Collections.unmodifiableMap(new LinkedHashMap<>(stageLines));
    planLines = Map.copyOf(planLines);
    warnings = List.copyOf(warnings);
  }

  Settings with(List<Problem> found) {
    return new Settings(engine, receivers, stageLines, planLines, found);
  }
}
