package io.plimsoll.simulator.fault;

import io.plimsoll.simulator.ledger.Json;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One entry of a script: {@code fault}, one of {@code rate}, {@code at} and {@code every} or none
 * for at once, and where wanted {@code socket}, {@code frames}, {@code entityType}, {@code one},
 * {@code times}, {@code pause}, {@code bytes}, {@code reason}, {@code beside}.
 */
public final class RuleReader {
  private static final List<String> KEYS =
      List.of(
          "fault",
          "rate",
          "at",
          "every",
          "socket",
          "frames",
          "entityType",
          "one",
          "times",
          "pause",
          "bytes",
          "reason",
          "beside");

  private RuleReader() {}

  public static FaultRule read(JsonNode entry) {
    var unknown = entry.propertyNames().stream().filter(name -> !KEYS.contains(name)).findFirst();
    if (unknown.isPresent()) {
      throw new IllegalArgumentException(
          "Key (%s) is not known; use %s.".formatted(unknown.get(), String.join(", ", KEYS)));
    }
    var times = entry.path("times").asInt(1);
    if (times < 1) {
      throw new IllegalArgumentException("times (%d) must be positive.".formatted(times));
    }
    return new FaultRule(fault(entry), aim(entry), when(entry), times);
  }

  private static WireFault fault(JsonNode entry) {
    var kind = word(entry, "fault", "", WireFault.Kind.values(), WireFault.Kind::word);
    var plain = WireFault.of(kind);
    return new WireFault(
        kind,
        Json.text(entry, "pause").map(DurationText::parse).orElse(plain.pause()),
        entry.path("bytes").asInt(plain.bytes()),
        Json.text(entry, "reason").orElse(plain.reason()),
        entry.path("beside").asBoolean(false));
  }

  private static Aim aim(JsonNode entry) {
    return new Aim(
        entry.has("socket")
            ? Optional.of(word(entry, "socket", "", SocketKind.values(), SocketKind::word))
            : Optional.empty(),
        word(entry, "frames", "all", Aim.Frames.values(), Aim.Frames::name),
        Json.text(entry, "entityType"),
        entry.path("one").asBoolean(false));
  }

  private static When when(JsonNode entry) {
    var given = List.of("rate", "at", "every").stream().filter(entry::has).toList();
    if (given.size() > 1) {
      throw new IllegalArgumentException(
          "%s exclude each other; give one.".formatted(String.join(" and ", given)));
    }
    if (given.isEmpty()) {
      return new When.Now();
    }
    if (given.getFirst().equals("rate")) {
      var rate = entry.path("rate").asDouble(-1);
      if (rate < 0 || rate > 1) {
        throw new IllegalArgumentException(
            "rate (%s) must be a number from 0 to 1.".formatted(entry.path("rate")));
      }
      return new When.Rate(rate);
    }
    var time = duration(entry, given.getFirst());
    if (given.getFirst().equals("at")) {
      return new When.At(time);
    }
    if (!time.isPositive()) {
      throw new IllegalArgumentException("every (%s) must be positive.".formatted(time));
    }
    return new When.Every(time);
  }

  private static Duration duration(JsonNode entry, String key) {
    return DurationText.parse(Json.text(entry, key).orElse(entry.path(key).toString()));
  }

  private static <T> T word(
      JsonNode entry,
      String key,
      String absent,
      T[] known,
      java.util.function.Function<T, String> spelling) {
    var word = Json.text(entry, key).orElse(absent);
    return Arrays.stream(known)
        .filter(each -> spelling.apply(each).equals(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "%s (%s) is not known; use %s."
                    .formatted(
                        key,
                        word,
                        Arrays.stream(known).map(spelling).collect(Collectors.joining(", ")))));
  }
}
