package io.plimsoll.engine.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is set at the broker, for a test. */
final class Imposing {
  private Imposing() {}

  /** Names and values in turn, by the vendor's names. */
  static Imposed atBroker(String... numbers) {
    var sent = new HashMap<String, @Nullable BigDecimal>();
    for (int n = 0; n < numbers.length; n += 2) {
      sent.put(numbers[n], new BigDecimal(numbers[n + 1]));
    }
    return Imposed.of(sent, false, null, new TreeSet<>());
  }

  static Imposed endOfDay(String... numbers) {
    return Altered.with(atBroker(numbers), "endOfDay", true);
  }

  static Imposed locked(Imposed imposed, String... flags) {
    return Altered.with(imposed, "locked", new TreeSet<>(List.of(flags)));
  }

  static Imposed flattenAt(String instant) {
    return Imposed.of(Map.of(), false, Instant.parse(instant), new TreeSet<>());
  }
}
