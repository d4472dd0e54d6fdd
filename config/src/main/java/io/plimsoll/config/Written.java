package io.plimsoll.config;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Single values as people write them. Each reader takes the text itself, whatever type YAML would
 * guess for it, so {@code 1.0} stays a version and {@code 17:00} a time.
 */
final class Written {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
  private static final Pattern DAYS = Pattern.compile("(\\d{1,5})d");
  private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,7}(\\.\\d{1,6})?");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)\\s*%?");

  private static final int MOST = 1_000_000;
  private static final int LONGEST_NAME = 80;

  private Written() {}

  static String text(String text) {
    return text.strip();
  }

  /** A name of the user's own, which stands in alerts: on one line. */
  static String name(String text) {
    var name = text.strip();
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw new NotReadable(
          "is not a name. Write up to %d characters on one line.".formatted(LONGEST_NAME));
    }
    return name;
  }

  /** Longer than nothing. */
  static Duration duration(String text) {
    var matcher = DURATION.matcher(text.strip());
    if (!matcher.matches()) {
      throw new NotReadable(
          "is not a duration. Write a whole number with ms, s, m or h, such as 10s.");
    }
    long count = Long.parseLong(matcher.group(1));
    if (count == 0) {
      throw new NotReadable("must be longer than nothing.");
    }
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }

  /** Whole days, at least one. */
  static Duration days(String text) {
    var matcher = DAYS.matcher(text.strip());
    if (!matcher.matches()) {
      throw new NotReadable("is not a number of days. Write a whole number with d, such as 30d.");
    }
    long count = Long.parseLong(matcher.group(1));
    if (count == 0) {
      throw new NotReadable("must be at least one day, 1d.");
    }
    return Duration.ofDays(count);
  }

  static boolean yesOrNo(String text) {
    return switch (text.strip()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new NotReadable("is neither true nor false. Write one of them.");
    };
  }

  static long id(String text) {
    if (!WHOLE.matcher(text.strip()).matches()) {
      throw new NotReadable("is not an id. Write a whole number.");
    }
    return Long.parseLong(text.strip());
  }

  /** Of things; none is a count too. */
  static int count(String text) {
    var written = text.strip();
    if (!WHOLE.matcher(written).matches() || Long.parseLong(written) > MOST) {
      throw new NotReadable("is not a count. Write a whole number up to %d.".formatted(MOST));
    }
    return Integer.parseInt(written);
  }

  /** Zero or more, with a fraction if need be. */
  static BigDecimal number(String text) {
    if (!NUMBER.matcher(text.strip()).matches()) {
      throw new NotReadable("is not a number. Write digits, such as 5 or 0.1.");
    }
    return plain(new BigDecimal(text.strip()));
  }

  static int port(String text) {
    long port = WHOLE.matcher(text.strip()).matches() ? Long.parseLong(text.strip()) : 0;
    if (port < 1 || port > 65_535) {
      throw new NotReadable("is not a port. Write a whole number from 1 to 65535.");
    }
    return (int) port;
  }

  static LocalTime time(String text) {
    var matcher = TIME.matcher(text.strip());
    try {
      if (matcher.matches()) {
        var seconds = matcher.group(3);
        return LocalTime.of(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            seconds == null ? 0 : Integer.parseInt(seconds));
      }
    } catch (DateTimeException e) {
      // 24:00 and 17:60 look right; they get the same way out.
    }
    throw new NotReadable("is not a time of day. Write it from \"00:00\" to \"23:59\".");
  }

  static ZoneId zone(String text) {
    var zone = text.strip();
    var known = ZoneId.getAvailableZoneIds();
    if (!known.contains(zone)) {
      throw new NotReadable(
          "is not a time zone. Write an IANA name, such as America/Chicago."
              + Nearest.maybe(zone, known));
    }
    return ZoneId.of(zone);
  }

  /** From 0 to 100 and beyond; with or without its sign; never rounded. */
  static BigDecimal percent(String text) {
    var matcher = PERCENT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new NotReadable("is not a percentage. Write it such as 75%.");
    }
    return plain(new BigDecimal(matcher.group(1)));
  }

  /** Without trailing zeros, so that {@code 4.0%} and {@code 4%} are one. */
  static BigDecimal plain(BigDecimal number) {
    var stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** One of a closed set of words. */
  static <T> Function<String, T> word(Map<String, T> words) {
    return text -> {
      var meaning = words.get(text.strip());
      if (meaning == null) {
        throw new NotReadable(
            "is not known. Write %s.%s"
                .formatted(
                    String.join(", ", words.keySet().stream().sorted().toList()),
                    Nearest.maybe(text.strip(), words.keySet())));
      }
      return meaning;
    };
  }

  /** The constants of an enum, in small letters with hyphens. */
  static <E extends Enum<E>> Function<String, E> word(Class<E> type) {
    var words = new LinkedHashMap<String, E>();
    for (var constant : type.getEnumConstants()) {
      words.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
    }
    return word(words);
  }
}
