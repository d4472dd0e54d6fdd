package io.plimsoll.engine.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters a group of accounts is held to.
 *
 * @param start the start balance; absent: the account's {@code evaluationSize}
 * @param warnAt percentages of the trailing drawdown used up, rising, at which people are warned
 * @param effective the date its author gave this text; null where none was given
 * @param brokers the limits, by name, that the broker enforces itself
 * @param version hash of the plan's text, 12 hex digits
 */
public record Plan(
    String name,
    AccountSelector accounts,
    @Nullable Money start,
    SessionClock session,
    Limits limits,
    List<BigDecimal> warnAt,
    Conduct conduct,
    @Nullable LocalDate effective,
    Set<String> brokers,
    String version) {

  private static final List<BigDecimal> USUAL_WARNINGS =
      List.of(BigDecimal.valueOf(50), BigDecimal.valueOf(75), BigDecimal.valueOf(90));

  public Plan {
    warnAt = List.copyOf(warnAt);
    brokers = Set.copyOf(brokers);
    if (!warnAt.equals(warnAt.stream().sorted().toList())) {
      throw new IllegalArgumentException(
          "The warnings of plan (%s) are %s; write them from the lowest to the highest."
              .formatted(name, warnAt));
    }
  }

  public @Nullable TrailingDrawdown trailing() {
    return limits.trailing();
  }

  /** The same with these limits in place of its own; {@code brokers} of them are the broker's. */
  Plan with(Limits other, Set<String> ofBroker) {
    return new Plan(
        name, accounts, start, session, other, warnAt, conduct, effective, ofBroker, version);
  }

  public Plan versioned(String hash) {
    return new Plan(
        name, accounts, start, session, limits, warnAt, conduct, effective, brokers, hash);
  }

  /** When the plan next wants an evaluation though nothing came in. */
  public Instant nextBoundary(Instant now) {
    var next = session.nextReset(now);
    for (var time : clockTimes()) {
      var at = session.nextAt(time, now);
      next = at.isBefore(next) ? at : next;
    }
    for (var window : limits.news()) {
      for (var edge : List.of(window.from(), window.until())) {
        next = edge.isAfter(now) && edge.isBefore(next) ? edge : next;
      }
    }
    return next;
  }

  private List<LocalTime> clockTimes() {
    var times = new ArrayList<LocalTime>();
    if (limits.flatBy() != null) {
      times.add(limits.flatBy());
    }
    if (limits.contracts() != null && limits.contracts().atClose()) {
      times.add(session.closes());
    }
    switch (limits.trailing() == null ? null : limits.trailing().moves()) {
      case TrailingDrawdown.Moves.AtClose() -> times.add(session.closes());
      case TrailingDrawdown.Moves.AtClock(var time) -> times.add(time);
      case TrailingDrawdown.Moves.AtTick(), TrailingDrawdown.Moves.Never() -> {}
      case null -> {}
    }
    return times;
  }

  /** No plan matches: only what is set at the broker holds. */
  public static Plan none() {
    return new Plan(
        "none",
        new AccountSelector(null, Set.of(), null, null),
        null,
        SessionClock.CME,
        Limits.NONE,
        USUAL_WARNINGS,
        Conduct.USUAL,
        null,
        Set.of(),
        "");
  }
}
