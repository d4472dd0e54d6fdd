package io.plimsoll.engine.risk;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Three rungs of loss on the day, mildest first. An absent rung is no limit.
 *
 * @param until when a rung above the alert ends once it is reached
 */
public record LossLadder(
    @Nullable Amount alert,
    @Nullable Amount liquidateOnly,
    @Nullable Amount autoLiquidate,
    Until until) {
  public LossLadder(
      @Nullable Amount alert, @Nullable Amount liquidateOnly, @Nullable Amount autoLiquidate) {
    this(alert, liquidateOnly, autoLiquidate, Until.NEXT_RESET);
  }

  /** Whether some rung is a percentage of this. */
  boolean isOf(Amount.Base base) {
    return Stream.of(alert, liquidateOnly, autoLiquidate)
        .anyMatch(amount -> Amount.isOf(amount, base));
  }
}
