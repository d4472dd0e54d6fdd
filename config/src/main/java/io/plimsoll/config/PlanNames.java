package io.plimsoll.config;

import java.util.HashMap;
import java.util.Map;

/** The names that are taken, and where. Alerts carry the name, so two plans may not share one. */
final class PlanNames {
  private final Map<String, Location> places = new HashMap<>();

  /** Reports a second use, at the second place. */
  void claim(String name, Value value) {
    var first = places.putIfAbsent(name, value.source().at(value.line()));
    if (first != null) {
      value.problem("plan (%s) is already defined at %s. Rename one.".formatted(name, first));
    }
  }

  Map<String, Location> places() {
    return Map.copyOf(places);
  }
}
