package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Restriction;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * The trailing drawdown of a plan: how large, on what, when the floor moves and where it stops.
 *
 * @param fixed a static floor as an absolute level, in place of start less amount; null otherwise
 * @param flowsShift whether deposits and payouts move the peak, and so the floor, with them
 */
public record TrailingDrawdown(
    Amount amount,
    Basis basis,
    Moves moves,
    Cap cap,
    @Nullable Money fixed,
    Breach breach,
    Restriction consequence,
    Until until,
    boolean flowsShift) {

  public TrailingDrawdown(
      Amount amount,
      Basis basis,
      Moves moves,
      Cap cap,
      Breach breach,
      Restriction consequence,
      Until until) {
    this(amount, basis, moves, cap, null, breach, consequence, until, true);
  }

  /** What the peak follows. The test against the floor is always on equity. */
  public enum Basis {
    EQUITY,
    BALANCE
  }

  /** When the peak may move. */
  public sealed interface Moves {
    record AtTick() implements Moves {}

    /** At the session's close. */
    record AtClose() implements Moves {}

    /** At another daily clock time, in the session's zone. */
    record AtClock(LocalTime time) implements Moves {}

    /** A static floor: start less amount. */
    record Never() implements Moves {}
  }

  /** Where the floor stops rising. */
  public sealed interface Cap {
    record None() implements Cap {}

    /** The start balance plus an offset, which may be zero. */
    record AtStart(Money offset) implements Cap {}

    record AtLevel(Money level) implements Cap {}

    /** The floor stays at the milestone less the amount. */
    record FreezeAt(Money milestone) implements Cap {}
  }
}
