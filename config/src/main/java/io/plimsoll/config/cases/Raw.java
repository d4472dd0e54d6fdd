package io.plimsoll.config.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of the broker's JSON, as a case writes it in YAML. */
public sealed interface Raw {
  record Text(String text) implements Raw {}

  /** A number, {@code true}, {@code false}, {@code null} or {@code NaN}, as JSON writes it. */
  record Plain(String json) implements Raw {}

  record Parts(Map<String, Raw> parts) implements Raw {
    public Parts {
      parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }
  }

  record Items(List<Raw> items) implements Raw {
    public Items {
      items = List.copyOf(items);
    }
  }
}
