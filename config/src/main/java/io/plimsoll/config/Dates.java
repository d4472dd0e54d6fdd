package io.plimsoll.config;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Days and moments as people write them. */
final class Dates {
  private static final Map<String, DayOfWeek> WEEKDAYS =
      Arrays.stream(DayOfWeek.values())
          .collect(Collectors.toMap(DayOfWeek::name, Function.identity()));

  private Dates() {}

  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new NotReadable("is not a date. Write year, month and day, such as 2026-01-05.");
    }
  }

  /** In capitals or small letters. */
  static DayOfWeek weekday(String text) {
    return Written.word(WEEKDAYS).apply(text.strip().toUpperCase(Locale.ROOT));
  }

  /** With an offset or Z as it stands; without one, on the wall clock of the zone. */
  static Function<String, Instant> moment(ZoneId zone) {
    return text -> {
      try {
        return OffsetDateTime.parse(text.strip()).toInstant();
      } catch (DateTimeException notWithOffset) {
        return onTheWall(text.strip(), zone);
      }
    };
  }

  /** As everywhere: skipped by daylight saving it is the end of the gap, twice it is the first. */
  private static Instant onTheWall(String text, ZoneId zone) {
    try {
      var local = LocalDateTime.parse(text);
      var change = zone.getRules().getTransition(local);
      return change != null && change.isGap()
          ? change.getInstant()
          : local.atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new NotReadable(
          "is not a moment. Write it such as 2026-01-09T08:30, in the session's zone, or"
              + " 2026-01-09T14:30Z.");
    }
  }
}
