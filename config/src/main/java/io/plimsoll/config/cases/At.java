package io.plimsoll.config.cases;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** When a step happens. */
public sealed interface At {
  /**
   * The instant that is meant. A local time that daylight saving skips is the end of the gap; of
   * one that occurs twice the first is meant.
   *
   * @param now of the step before
   * @param zone of the plan
   */
  Instant after(Instant now, ZoneId zone);

  /** The next time the zone's clock shows this; now, if it does. */
  record TimeOfDay(LocalTime time) implements At {
    @Override
    public Instant after(Instant now, ZoneId zone) {
      var today = now.atZone(zone).toLocalDate();
      for (int days = 0; ; days++) {
        var then = instant(today.plusDays(days).atTime(time), zone);
        if (!then.isBefore(now)) {
          return then;
        }
      }
    }
  }

  record DateAndTime(LocalDateTime time) implements At {
    @Override
    public Instant after(Instant now, ZoneId zone) {
      return instant(time, zone);
    }
  }

  record Exactly(Instant instant) implements At {
    @Override
    public Instant after(Instant now, ZoneId zone) {
      return instant;
    }
  }

  private static Instant instant(LocalDateTime time, ZoneId zone) {
    var transition = zone.getRules().getTransition(time);
    return transition != null && transition.isGap()
        ? transition.getInstant()
        : time.atZone(zone).toInstant();
  }
}
