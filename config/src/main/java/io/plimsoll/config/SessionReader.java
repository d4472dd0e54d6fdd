package io.plimsoll.config;

import io.plimsoll.engine.risk.SessionClock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** {@code session} of a plan. */
final class SessionReader {
  private SessionReader() {}

  static SessionClock read(Value value) {
    var usual = SessionClock.CME;
    var section = Section.open(value, "zone", "resets", "week-resets", "closes", "holidays");
    var zone = section.optional("zone", Written::zone).orElse(usual.zone());
    var resets = section.optional("resets", Written::time).orElse(usual.resets());
    var week = section.optional("week-resets", Dates::weekday).orElse(usual.weekResets());
    var closes = section.optional("closes", Written::time).orElse(resets);
    return new SessionClock(zone, resets, closes, week, holidays(section.at("holidays")));
  }

  private static Set<LocalDate> holidays(Value value) {
    var dates = new HashSet<LocalDate>();
    for (var item : value.items()) {
      item.as(Dates::date)
          .filter(date -> !dates.add(date))
          .ifPresent(
              date -> item.problem("holiday (%s) is listed twice. Keep one.".formatted(date)));
    }
    return dates;
  }
}
