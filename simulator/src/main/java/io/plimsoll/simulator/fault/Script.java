package io.plimsoll.simulator.fault;

import io.plimsoll.simulator.ledger.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Which faults happen by themselves. {@code calls} are those of requests, as the request side reads
 * them. After a lossy fault the socket is cut within {@code cutAfterLoss}, so that the client comes
 * to synchronize again.
 */
public record Script(List<FaultRule> rules, List<JsonNode> calls, Optional<Duration> cutAfterLoss) {
  public static final Script NONE = new Script(List.of(), List.of(), Optional.empty());

  public Script {
    rules = List.copyOf(rules);
    calls = List.copyOf(calls);
  }

  /** From {@code {"faults":[...],"cutAfterLoss":"2s"}}; throws with what is wrong and where. */
  public static Script read(Path file) {
    try {
      return parse(Json.MAPPER.readTree(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("The fault script (%s) cannot be read.".formatted(file), e);
    } catch (IllegalArgumentException | JacksonException e) {
      throw new IllegalArgumentException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  public static Script parse(JsonNode json) {
    if (!json.path("faults").isArray()) {
      throw new IllegalArgumentException("faults must be a list: {\"faults\":[...]}.");
    }
    var rules = new ArrayList<FaultRule>();
    var calls = new ArrayList<JsonNode>();
    for (var n = 0; n < json.path("faults").size(); n++) {
      var entry = json.path("faults").get(n);
      try {
        if (entry.has("endpoint")) {
          calls.add(entry);
        } else {
          rules.add(RuleReader.read(entry));
        }
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("faults[%d]: %s".formatted(n, e.getMessage()), e);
      }
    }
    return new Script(rules, calls, Json.text(json, "cutAfterLoss").map(DurationText::parse));
  }

  /** All of both. The shorter time to a cut holds. */
  public Script and(Script other) {
    var both = new ArrayList<>(rules);
    both.addAll(other.rules);
    var requests = new ArrayList<>(calls);
    requests.addAll(other.calls);
    return new Script(both, requests, cutAfterLoss.or(other::cutAfterLoss));
  }

  public Script cuttingAfterLoss(Duration within) {
    return new Script(rules, calls, Optional.of(within));
  }

  public boolean isEmpty() {
    return rules.isEmpty() && calls.isEmpty();
  }
}
