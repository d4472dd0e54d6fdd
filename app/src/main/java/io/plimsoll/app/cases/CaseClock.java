package io.plimsoll.app.cases;

import io.plimsoll.config.cases.At;
import io.plimsoll.config.cases.CaseEvent.Plain;
import io.plimsoll.config.cases.Step;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.SessionClock;
import io.plimsoll.engine.shard.Rehearsal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/**
 * The clock of a case. On the way to a step all boundaries of the plan fire, and the broker begins
 * its trade dates; on the way to an event that says no time, only the broker does.
 */
final class CaseClock {
  private static final Duration BETWEEN_STEPS = Duration.ofSeconds(1);

  private final Plan plan;
  private final CaseBroker broker;
  private final Rehearsal rehearsal;
  private Instant time;

  /** When the broker last began a trade date, or the case. */
  private Instant rolled;

  CaseClock(Plan plan, CaseBroker broker, Rehearsal rehearsal, Instant start) {
    this.plan = plan;
    this.broker = broker;
    this.rehearsal = rehearsal;
    this.time = start;
    this.rolled = start;
  }

  /** Of the last step. */
  Instant time() {
    return time;
  }

  /** Everything up to the time of the step has fired. */
  void moveTo(Step step) {
    var then = when(step);
    rollUntil(then.plusNanos(1));
    rehearsal.at(then);
    time = then;
  }

  /** The step's event fires, together with what its inputs say. */
  void fire(Step step) {
    var then = event(step);
    if (step.at() == null) {
      passOver(then);
    } else {
      rollUntil(then);
    }
    var now = later(then);
    var arriving = new ArrayList<>(broker.step(step.input(), now));
    if (nextRoll().equals(then)) {
      rolled = then;
      arriving.addAll(broker.roll(now));
    }
    rehearsal.at(then, arriving);
    time = then;
  }

  private Instant when(Step step) {
    var at = step.at();
    if (at == null) {
      return time.plus(BETWEEN_STEPS);
    }
    var then = at.after(time, plan.session().zone());
    if (then.isBefore(time)) {
      throw new CannotRun(
          "this time (%s) lies before the step before it (%s)".formatted(then, time));
    }
    return then;
  }

  /** The next time of the event; at or after the step's own time, if it has one. */
  private Instant event(Step step) {
    var from = step.at() == null ? time.plusNanos(1) : when(step);
    var session = plan.session();
    var next = new At.TimeOfDay(step.event() == Plain.CLOSE ? session.closes() : session.resets());
    var then = next.after(from, session.zone());
    while (step.event() == Plain.WEEK_RESET
        && then.atZone(session.zone()).getDayOfWeek() != session.weekResets()) {
      then = next.after(then.plusNanos(1), session.zone());
    }
    return then;
  }

  private void rollUntil(Instant end) {
    for (var roll = nextRoll(); roll.isBefore(end); roll = nextRoll()) {
      rolled = roll;
      rehearsal.at(roll, broker.roll(later(roll)));
    }
  }

  private void passOver(Instant end) {
    for (var roll = nextRoll(); roll.isBefore(end); roll = nextRoll()) {
      rolled = roll;
      rehearsal.passOver(roll);
      rehearsal.feed(broker.roll(later(roll)));
    }
    rehearsal.passOver(end.minusMillis(1));
  }

  private Instant nextRoll() {
    return SessionClock.CME.nextReset(rolled);
  }

  /** Numbers may have settled a little beyond the case's own time. */
  private Instant later(Instant then) {
    return then.isAfter(rehearsal.now()) ? then : rehearsal.now();
  }
}
