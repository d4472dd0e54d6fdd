package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.fact.Rung;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must be remembered of an account for its limits: durable, and enough to say where it stands
 * while every input is unknown.
 *
 * @param session the session the day anchor and the soft latches belong to; null until first seen
 * @param start the start balance; null while unknown
 * @param trailing null while no trailing drawdown holds or its start is unknown
 * @param dayAnchor null while pending
 * @param trailingBand the warning last reached, such as {@code 90%}; empty when none
 */
public record RiskState(
    @Nullable LocalDate session,
    @Nullable Money start,
    @Nullable TrailingFloor trailing,
    @Nullable Money dayAnchor,
    Latches latches,
    Level trailingLevel,
    String trailingBand,
    Rung dayLoss,
    Rung margin,
    Level liquidateOnlyLevel) {

  public static final RiskState FIRST_SEEN =
      new RiskState(
          null, null, null, null, Latches.NONE, Level.NONE, "", Rung.NONE, Rung.NONE, Level.NONE);

  RiskState withSession(LocalDate date, @Nullable Money anchor, Latches remaining) {
    return new RiskState(
        date,
        start,
        trailing,
        anchor,
        remaining,
        trailingLevel,
        trailingBand,
        dayLoss,
        margin,
        liquidateOnlyLevel);
  }

  RiskState withStart(@Nullable Money balance) {
    return new RiskState(
        session,
        balance,
        trailing,
        dayAnchor,
        latches,
        trailingLevel,
        trailingBand,
        dayLoss,
        margin,
        liquidateOnlyLevel);
  }

  RiskState withTrailing(@Nullable TrailingFloor floor, Latches next, Level level, String band) {
    return new RiskState(
        session, start, floor, dayAnchor, next, level, band, dayLoss, margin, liquidateOnlyLevel);
  }

  RiskState withDayLoss(Latches next, Rung rung) {
    return new RiskState(
        session,
        start,
        trailing,
        dayAnchor,
        next,
        trailingLevel,
        trailingBand,
        rung,
        margin,
        liquidateOnlyLevel);
  }

  RiskState withMargin(Latches next, Rung rung) {
    return new RiskState(
        session,
        start,
        trailing,
        dayAnchor,
        next,
        trailingLevel,
        trailingBand,
        dayLoss,
        rung,
        liquidateOnlyLevel);
  }

  RiskState withLiquidateOnlyLevel(Latches next, Level level) {
    return new RiskState(
        session,
        start,
        trailing,
        dayAnchor,
        next,
        trailingLevel,
        trailingBand,
        dayLoss,
        margin,
        level);
  }

  /** Whether it says the same to people; a limit first known and not near says nothing. */
  public boolean standsAs(RiskState other) {
    return calm(trailingLevel) == calm(other.trailingLevel)
        && trailingBand.equals(other.trailingBand)
        && dayLoss == other.dayLoss
        && margin == other.margin
        && calm(liquidateOnlyLevel) == calm(other.liquidateOnlyLevel);
  }

  private static Level calm(Level level) {
    return level == Level.NONE ? Level.CLEAR : level;
  }

  /**
   * A person has released the account: nothing stays latched, and nothing latches again at once.
   */
  public RiskState released() {
    return standingOn(latches.released());
  }

  /** As {@link #released()}, for some limits only. */
  public RiskState disarmed(Set<String> limits) {
    return standingOn(latches.disarmed(limits));
  }

  /**
   * The states of limits that are no longer latched fall back; the next evaluation says to where.
   */
  private RiskState standingOn(Latches rest) {
    return new RiskState(
        session,
        start,
        trailing,
        dayAnchor,
        rest,
        ended(TrailingLimit.LIMIT, rest) ? Level.CLEAR : trailingLevel,
        trailingBand,
        Ladder.highest(
            rest, dayLoss != Rung.NONE, LossLimit.LIQUIDATE_ONLY, LossLimit.AUTO_LIQUIDATE),
        Ladder.highest(
            rest, margin != Rung.NONE, MarginLimit.LIQUIDATE_ONLY, MarginLimit.AUTO_LIQUIDATE),
        ended(BrokerLevel.LIMIT, rest) ? Level.CLEAR : liquidateOnlyLevel);
  }

  private boolean ended(String limit, Latches rest) {
    return latches.isOpen(limit) && !rest.isOpen(limit);
  }
}
