package io.plimsoll.simulator.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import tools.jackson.databind.node.ObjectNode;

/** The session date: from 17:00 in Chicago on it is the next day's, weekends included. */
public final class TradeDates {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final LocalTime SESSION_START = LocalTime.of(17, 0);

  private TradeDates() {}

  public static LocalDate at(Instant instant) {
    var local = instant.atZone(CHICAGO);
    return local.toLocalTime().isBefore(SESSION_START)
        ? local.toLocalDate()
        : local.toLocalDate().plusDays(1);
  }

  public static ObjectNode json(LocalDate date) {
    return Json.object()
        .put("year", date.getYear())
        .put("month", date.getMonthValue())
        .put("day", date.getDayOfMonth());
  }

  /** The trade date an entity carries; the oldest possible when it has none. */
  static LocalDate of(Entity entity) {
    var date = entity.fields().path("tradeDate");
    return date.isObject()
        ? LocalDate.of(
            (int) Json.whole(date, "year"),
            (int) Json.whole(date, "month"),
            (int) Json.whole(date, "day"))
        : LocalDate.EPOCH;
  }
}
