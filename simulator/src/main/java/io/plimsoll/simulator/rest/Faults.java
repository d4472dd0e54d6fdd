package io.plimsoll.simulator.rest;

import io.plimsoll.simulator.ledger.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * Which faults calls are still to suffer: by endpoint, in the order they were set, then by chance.
 */
public final class Faults {
  private static final String ANY = "*";

  private record Planned(String path, Fault fault, int times) {}

  private record Chance(String path, Fault fault, double rate) {
    boolean fits(String called) {
      return path.equals(ANY) || path.equals(called);
    }
  }

  private final Random random;
  private final List<Planned> planned = new ArrayList<>();
  private final List<Chance> chances = new ArrayList<>();

  public Faults(long seed) {
    this.random = new Random(seed);
  }

  public synchronized void add(String endpoint, Fault fault, int times) {
    planned.add(new Planned(endpoint.toLowerCase(Locale.ROOT), fault, times));
  }

  /** Each call of the endpoint, or of any for {@code *}, suffers it with this probability. */
  public synchronized void addChance(String endpoint, Fault fault, double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("rate (%s) must be from 0 to 1.".formatted(rate));
    }
    chances.add(new Chance(endpoint.toLowerCase(Locale.ROOT), fault, rate));
  }

  /**
   * An entry of a script or of the control: {@code endpoint}, the fault's fields, times or rate.
   */
  public void add(JsonNode entry) {
    var endpoint =
        Json.text(entry, "endpoint")
            .orElseThrow(() -> new IllegalArgumentException("endpoint (a text) is required."));
    if (entry.has("rate")) {
      addChance(endpoint, Fault.parse(entry), entry.path("rate").asDouble(-1));
    } else {
      add(endpoint, Fault.parse(entry), entry.path("times").asInt(1));
    }
  }

  public synchronized void clear() {
    planned.clear();
    chances.clear();
  }

  /** The fault for this call, counted down. */
  public synchronized Optional<Fault> take(Call call) {
    for (var i = 0; i < planned.size(); i++) {
      var next = planned.get(i);
      if (next.path().equals(call.path())) {
        if (next.times() <= 1) {
          planned.remove(i);
        } else {
          planned.set(i, new Planned(next.path(), next.fault(), next.times() - 1));
        }
        return Optional.of(next.fault());
      }
    }
    return chances.stream()
        .filter(each -> each.fits(call.path()) && random.nextDouble() < each.rate())
        .findFirst()
        .map(Chance::fault);
  }
}
