package io.plimsoll.app.cases;

import java.time.Instant;
import java.util.List;

/** How a case went: what was to be seen after each of its steps. */
record Story(List<Moment> moments) {
  /**
   * One step.
   *
   * @param at when it was, in the case
   */
  record Moment(Instant at, Sight sight) {}

  Story {
    moments = List.copyOf(moments);
  }
}
