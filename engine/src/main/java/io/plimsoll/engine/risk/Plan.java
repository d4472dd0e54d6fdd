package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Restriction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters a group of accounts is held to. An absent limit does not hold.
 *
 * @param start the start balance; absent: the account's {@code evaluationSize}
 * @param liquidateOnlyLevel what follows when equity reaches the broker's {@code liqOnlyLevel}
 * @param warnAt percentages of a limit's amount used up, rising, at which people are warned
 * @param version hash of the plan's text, 12 hex digits
 */
public record Plan(
    String name,
    AccountSelector accounts,
    @Nullable Money start,
    SessionClock session,
    @Nullable TrailingDrawdown trailingDrawdown,
    @Nullable LossLadder dailyLossLadder,
    @Nullable MarginLadder marginUsed,
    Restriction liquidateOnlyLevel,
    List<BigDecimal> warnAt,
    WithoutPrices withoutPrices,
    String version) {

  public Plan {
    warnAt = List.copyOf(warnAt);
    if (!warnAt.equals(warnAt.stream().sorted().toList())) {
      throw new IllegalArgumentException(
          "The warnings of plan (%s) are %s; write them from the lowest to the highest."
              .formatted(name, warnAt));
    }
  }

  /**
   * When the plan next wants an evaluation though nothing came in: a reset, or a trail that moves.
   */
  public Instant nextBoundary(Instant now) {
    var next = session.nextReset(now);
    if (trailingDrawdown == null) {
      return next;
    }
    var moves =
        switch (trailingDrawdown.moves()) {
          case TrailingDrawdown.Moves.AtClose() -> session.nextAt(session.closes(), now);
          case TrailingDrawdown.Moves.AtClock(var time) -> session.nextAt(time, now);
          case TrailingDrawdown.Moves.AtTick(), TrailingDrawdown.Moves.Never() -> next;
        };
    return moves.isBefore(next) ? moves : next;
  }

  /** No plan matches: no limit of ours holds. */
  public static Plan none() {
    return new Plan(
        "none",
        new AccountSelector(null, Set.of(), null, null),
        null,
        SessionClock.CME,
        null,
        null,
        null,
        Restriction.NONE,
        List.of(),
        WithoutPrices.UNKNOWN,
        "");
  }
}
