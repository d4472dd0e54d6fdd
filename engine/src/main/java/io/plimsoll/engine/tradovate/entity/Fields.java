package io.plimsoll.engine.tradovate.entity;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one entity as sent. An optional field that cannot be read counts as not sent and
 * leaves a complaint; a required one makes the entity unreadable. Fields nobody asks for are
 * ignored.
 */
public final class Fields {
  /** Words that the vendor's documents spell in two ways, in lower case, to the one we use. */
  private static final Map<String, String> OTHER_SPELLINGS =
      Map.of(
          "temporarilylocked", "TemporaryLocked",
          "agreedonautoliquidationbyautoliq", "AgreedOnLiquidationByAutoLiq");

  private final JsonNode node;
  private final List<String> complaints = new ArrayList<>();

  public Fields(JsonNode node) {
    this.node = node;
  }

  /** What was unreadable among the optional fields so far, such as {@code netPrice (NaN)}. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  public long requiredId(String name) {
    return required(name, id(name));
  }

  public @Nullable Long id(String name) {
    return value(
        name, sent -> sent.isIntegralNumber() && sent.canConvertToLong(), JsonNode::longValue);
  }

  public int requiredCount(String name) {
    return required(name, count(name));
  }

  public @Nullable Integer count(String name) {
    return value(name, Fields::isCount, JsonNode::intValue);
  }

  public BigDecimal requiredNumber(String name) {
    return required(name, number(name));
  }

  public @Nullable BigDecimal number(String name) {
    return value(name, Fields::isAmount, JsonNode::decimalValue);
  }

  public String requiredText(String name) {
    return required(name, text(name));
  }

  public @Nullable String text(String name) {
    return value(name, JsonNode::isString, JsonNode::stringValue);
  }

  public @Nullable Boolean flag(String name) {
    return value(name, JsonNode::isBoolean, JsonNode::booleanValue);
  }

  public Instant requiredTime(String name) {
    return required(name, time(name));
  }

  public @Nullable Instant time(String name) {
    var text = text(name);
    if (text == null) {
      return null;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException orWithoutSeconds) {
      return timeWithoutSeconds(name, text);
    }
  }

  /** The vendor's bars come as {@code 2021-07-26T20:59Z} at a full minute. */
  private @Nullable Instant timeWithoutSeconds(String name, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      complain(name, node.get(name));
      return null;
    }
  }

  public LocalDate requiredDate(String name) {
    return required(name, date(name));
  }

  /** The vendor's {@code {year, month, day}}. */
  public @Nullable LocalDate date(String name) {
    return part(
        name,
        sent ->
            LocalDate.of(
                sent.requiredCount("year"),
                sent.requiredCount("month"),
                sent.requiredCount("day")));
  }

  /** An object within the entity; without all that it requires it counts as not sent. */
  public <T> @Nullable T part(String name, Function<Fields, T> reader) {
    var sent = node.get(name);
    if (isAbsent(sent)) {
      return null;
    }
    try {
      return reader.apply(new Fields(sent));
    } catch (BadEntityException | DateTimeException unreadable) {
      complain(name, sent);
      return null;
    }
  }

  /** An array of such objects, each of which must be readable. */
  public <T> List<T> requiredParts(String name, Function<Fields, T> reader) {
    var parts = new ArrayList<T>();
    for (var sent : required(name, value(name, JsonNode::isArray, array -> array))) {
      parts.add(reader.apply(new Fields(sent)));
    }
    return parts;
  }

  /** As {@link #word}; what is absent or no text is {@code unknown} too, with a complaint. */
  public <E extends Enum<E>> E requiredWord(String name, Class<E> type, E unknown) {
    var word = word(name, type, unknown);
    if (word == null) {
      complain(name, null);
      return unknown;
    }
    return word;
  }

  /**
   * Matched without regard to case; a value that is not listed becomes {@code unknown}, and so does
   * one that is no text: an admin action that cannot be read must not look like none.
   */
  public <E extends Enum<E>> @Nullable E word(String name, Class<E> type, E unknown) {
    if (isAbsent(node.get(name))) {
      return null;
    }
    var text = text(name);
    if (text == null) {
      return unknown;
    }
    var word = constant(type, text);
    if (word == null) {
      word = constant(type, OTHER_SPELLINGS.getOrDefault(text.toLowerCase(Locale.ROOT), ""));
    }
    if (word != null) {
      return word;
    }
    complain(name, node.get(name));
    return unknown;
  }

  private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String text) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text)) {
        return constant;
      }
    }
    return null;
  }

  private <T> @Nullable T value(
      String name, Predicate<JsonNode> isUsable, Function<JsonNode, T> reader) {
    var sent = node.get(name);
    if (isAbsent(sent)) {
      return null;
    }
    if (isUsable.test(sent)) {
      return reader.apply(sent);
    }
    complain(name, sent);
    return null;
  }

  private static boolean isCount(JsonNode value) {
    return value.isNumber() && value.canConvertToExactIntegral() && value.canConvertToInt();
  }

  /** No broker's amount has more than twelve digits before the point; 1e999999 must not get in. */
  private static boolean isAmount(JsonNode value) {
    if (!value.isBigDecimal() && !value.isIntegralNumber()) {
      return false;
    }
    var number = value.decimalValue();
    return number.scale() <= 30
        && (long) number.precision() - number.scale() <= (number.signum() == 0 ? 31 : 12);
  }

  private static boolean isAbsent(@Nullable JsonNode value) {
    return value == null || value.isNull() || value.isMissingNode();
  }

  private <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw new BadEntityException(
          "required field %s is %s"
              .formatted(
                  name,
                  isAbsent(node.get(name))
                      ? "absent"
                      : "unreadable (%s)".formatted(node.get(name))));
    }
    return value;
  }

  private void complain(String name, @Nullable JsonNode value) {
    complaints.add("%s (%s)".formatted(name, value == null ? "absent" : value));
  }
}
