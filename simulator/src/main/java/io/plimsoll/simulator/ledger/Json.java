package io.plimsoll.simulator.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reading and writing JSON: decimals stay exact, instants are ISO-8601 UTC with milliseconds. */
public final class Json {
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private static final DateTimeFormatter WIRE_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static ArrayNode array(List<? extends JsonNode> elements) {
    return MAPPER.createArrayNode().addAll(elements);
  }

  public static String time(Instant instant) {
    return WIRE_TIME.format(instant);
  }

  /** The text of a string field; empty when the field is absent, null or of another kind. */
  public static Optional<String> text(JsonNode node, String field) {
    return node.path(field).stringValueOpt();
  }

  /** A whole number; 0 when absent. Numbers in quotes count, as ids in query strings do. */
  public static long whole(JsonNode node, String field) {
    return node.path(field).asLong(0);
  }

  /** A decimal; empty when absent, null or not a number. */
  public static Optional<BigDecimal> decimal(JsonNode node, String field) {
    return node.path(field).asDecimalOpt();
  }
}
