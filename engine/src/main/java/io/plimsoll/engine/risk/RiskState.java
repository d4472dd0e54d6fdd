package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.fact.Rung;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What must be remembered of an account for its limits: durable, and enough to say where it stands
 * while every input is unknown.
 *
 * @param start the start balance; null while unknown
 * @param day the trading day that anchor and soft latches belong to; null until first seen
 * @param week likewise
 * @param trailing null while no trailing drawdown holds or its start is unknown
 */
public record RiskState(
    @Nullable Money start,
    @Nullable Period day,
    @Nullable Period week,
    @Nullable TrailingFloor trailing,
    Marks marks,
    History history) {

  public static final RiskState FIRST_SEEN =
      new RiskState(null, null, null, null, Marks.NONE, History.NONE);

  RiskState withStart(@Nullable Money balance) {
    return new RiskState(balance, day, week, trailing, marks, history);
  }

  RiskState withDay(@Nullable Period next) {
    return new RiskState(start, next, week, trailing, marks, history);
  }

  RiskState withWeek(@Nullable Period next) {
    return new RiskState(start, day, next, trailing, marks, history);
  }

  RiskState withTrailing(@Nullable TrailingFloor floor) {
    return new RiskState(start, day, week, floor, marks, history);
  }

  RiskState with(Marks next) {
    return next.equals(marks) ? this : new RiskState(start, day, week, trailing, next, history);
  }

  public RiskState with(History next) {
    return new RiskState(start, day, week, trailing, marks, next);
  }

  public Latches latches() {
    return marks.latches();
  }

  /** The session the day anchor belongs to; null until first seen. */
  public @Nullable LocalDate session() {
    return day == null ? null : day.date();
  }

  /** Null while pending. */
  public @Nullable Money dayAnchor() {
    return day == null ? null : day.anchor();
  }

  public @Nullable Money weekAnchor() {
    return week == null ? null : week.anchor();
  }

  /** The warning last reached, such as {@code 90%}; empty when none, or when the floor is. */
  public String trailingBand() {
    return latches().isOpen(TrailingLimit.LIMIT) ? "" : marks.after(TrailingLimit.NEAR);
  }

  public Level trailingLevel() {
    if (latches().isOpen(TrailingLimit.LIMIT)) {
      return Level.REACHED;
    }
    if (!trailingBand().isEmpty()) {
      return Level.NEAR;
    }
    return trailing == null ? Level.NONE : Level.CLEAR;
  }

  public Rung dayLoss() {
    return LossLimit.highest(marks);
  }

  public Rung margin() {
    return MarginLimit.highest(marks);
  }

  /** Whether a limit is reached: latched, or where the plan only tells, just now. */
  public boolean isReached(String limit) {
    return latches().isOpen(limit) || marks.has(limit);
  }

  /** Whether it says the same to people. */
  public boolean standsAs(RiskState other) {
    return marks.signs().equals(other.marks.signs())
        && latches().open().keySet().equals(other.latches().open().keySet());
  }

  /** With these profits of the days before, oldest first, in place of what was known of them. */
  public RiskState earned(List<Money> profits, LocalDate today) {
    var days = new TreeMap<LocalDate, Money>();
    for (int n = 0; n < profits.size(); n++) {
      days.put(today.minusDays(profits.size() - n), profits.get(n));
    }
    return with(history.withDays(days));
  }

  /**
   * A person has released the account: nothing stays latched, and nothing latches again at once.
   */
  public RiskState released() {
    return with(marks.with(latches().released()));
  }

  /** As {@link #released()}, for some limits only. */
  public RiskState disarmed(Set<String> limits) {
    return with(marks.with(latches().disarmed(limits)));
  }
}
