package io.plimsoll.engine.tradovate;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The broker's JSON, in which one number that cannot be one must not take the rest with it. */
final class Json {
  private static final int LONGEST_NUMBER = 100;

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          // Or a bare NaN would take the rest of its frame with it.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  /** Takes a number of any length as the text it is. */
  private static final JsonMapper PATIENT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNumberLength(Integer.MAX_VALUE).build())
                  .build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private static final JsonNodeFactory NODES = MAPPER.getNodeFactory();

  private Json() {}

  /**
   * A number too long or too large to be read stands in it as a text.
   *
   * @throws JacksonException if it is not JSON, or nested deeper than any broker would
   */
  static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException | ArithmeticException | NumberFormatException unreadable) {
      return readPatiently(text);
    }
  }

  private static JsonNode readPatiently(String text) {
    try (var parser = PATIENT.createParser(text)) {
      parser.nextToken();
      var tree = value(parser);
      if (parser.nextToken() != null) {
        throw new StreamReadException(parser, "more than one value");
      }
      return tree;
    }
  }

  private static JsonNode value(JsonParser parser) {
    var token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      var object = NODES.objectNode();
      for (var name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        object.set(name, value(parser));
      }
      return object;
    }
    if (token == JsonToken.START_ARRAY) {
      var array = NODES.arrayNode();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        array.add(value(parser));
      }
      return array;
    }
    return scalar(token, parser);
  }

  private static JsonNode scalar(@Nullable JsonToken token, JsonParser parser) {
    return switch (token) {
      case VALUE_STRING -> NODES.stringNode(parser.getString());
      case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(token == JsonToken.VALUE_TRUE);
      case VALUE_NULL -> NODES.nullNode();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token, parser.getString());
      case null, default -> throw new StreamReadException(parser, "a value is missing");
    };
  }

  private static JsonNode number(JsonToken token, String text) {
    if (text.length() <= LONGEST_NUMBER) {
      try {
        return token == JsonToken.VALUE_NUMBER_INT
            ? integer(new BigInteger(text))
            : NODES.numberNode(new BigDecimal(text));
      } catch (NumberFormatException unreadable) {
        // NaN, or an exponent beyond reason: not a number, whatever the token says.
      }
    }
    return NODES.stringNode(text);
  }

  private static JsonNode integer(BigInteger value) {
    return value.bitLength() < Long.SIZE
        ? NODES.numberNode(value.longValue())
        : NODES.numberNode(value);
  }
}
