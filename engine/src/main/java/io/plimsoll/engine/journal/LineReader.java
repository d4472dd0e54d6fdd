package io.plimsoll.engine.journal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of text to what it says; empty for what this version does not know. */
final class LineReader {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int VERSION = 1;

  private LineReader() {}

  static Optional<JournalLine> read(byte[] bytes, int from, int length) {
    try {
      var json = JSON.readTree(new String(bytes, from, length, StandardCharsets.UTF_8));
      return json.has("f")
          ? frame(json)
          : json.has("lost") ? lost(json) : json.has("journal") ? header(json) : end(json);
    } catch (JacksonException | DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  private static Optional<JournalLine> frame(JsonNode json) {
    return Source.of(json.path("s").asString(""))
        .map(source -> new JournalLine.Frame(time(json, "t"), source, json.path("f").asString("")));
  }

  private static Optional<JournalLine> lost(JsonNode json) {
    return Optional.of(
        new JournalLine.Lost(time(json, "t"), json.path("lost").asLong(0), time(json, "since")));
  }

  private static Optional<JournalLine> header(JsonNode json) {
    if (json.path("journal").asInt(0) != VERSION) {
      return Optional.empty();
    }
    return Optional.of(
        new JournalLine.Header(
            json.path("shard").asInt(0),
            time(json, "opened"),
            json.path("start").asString(""),
            json.path("prev").asString("")));
  }

  private static Optional<JournalLine> end(JsonNode json) {
    return json.has("end")
        ? Optional.of(new JournalLine.End(json.path("end").asString("")))
        : Optional.empty();
  }

  private static Instant time(JsonNode json, String field) {
    return Instant.parse(json.path(field).asString(""));
  }
}
