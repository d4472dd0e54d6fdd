package io.plimsoll.engine.tradovate.entity;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one entity as sent. An optional field that cannot be read counts as not sent and
 * leaves a complaint; a required one makes the entity unreadable. Fields nobody asks for are
 * ignored.
 */
public final class Fields {
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
    var value = node.get(name);
    if (isAbsent(value)) {
      return null;
    }
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return value.longValue();
    }
    complain(name, value);
    return null;
  }

  public int requiredCount(String name) {
    return required(name, count(name));
  }

  public @Nullable Integer count(String name) {
    var value = node.get(name);
    if (isAbsent(value)) {
      return null;
    }
    if (value.isNumber() && value.canConvertToExactIntegral() && value.canConvertToInt()) {
      return value.intValue();
    }
    complain(name, value);
    return null;
  }

  public BigDecimal requiredNumber(String name) {
    return required(name, number(name));
  }

  public @Nullable BigDecimal number(String name) {
    var value = node.get(name);
    if (isAbsent(value)) {
      return null;
    }
    if (isUsable(value)) {
      return value.decimalValue();
    }
    complain(name, value);
    return null;
  }

  public String requiredText(String name) {
    return required(name, text(name));
  }

  public @Nullable String text(String name) {
    var value = node.get(name);
    if (isAbsent(value)) {
      return null;
    }
    if (value.isString()) {
      return value.stringValue();
    }
    complain(name, value);
    return null;
  }

  public @Nullable Boolean flag(String name) {
    var value = node.get(name);
    if (isAbsent(value)) {
      return null;
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    complain(name, value);
    return null;
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
    var value = node.get(name);
    if (isAbsent(value)) {
      return null;
    }
    var parts = new Fields(value);
    try {
      return LocalDate.of(
          parts.requiredCount("year"), parts.requiredCount("month"), parts.requiredCount("day"));
    } catch (BadEntityException | DateTimeException unreadable) {
      complain(name, value);
      return null;
    }
  }

  /** Matched without regard to case; a value that is not listed becomes {@code unknown}. */
  public <E extends Enum<E>> @Nullable E word(String name, Class<E> type, E unknown) {
    var text = text(name);
    if (text == null) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))) {
        return constant;
      }
    }
    complain(name, node.get(name));
    return unknown;
  }

  /** No broker's amount has more than twelve digits before the point; 1e999999 must not get in. */
  private static boolean isUsable(JsonNode value) {
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
    complaints.add("%s (%s)".formatted(name, value));
  }
}
