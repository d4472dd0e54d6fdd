package io.plimsoll.engine.tradovate.entity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The limits set for an account at the broker. Its id is the account's. Losses are positive
 * dollars, percentages 0 to 100 [assumed]; an absent limit does not hold.
 */
public record UserAccountAutoLiq(
    long id,
    @Nullable Boolean changesLocked,
    @Nullable BigDecimal marginPercentageAlert,
    @Nullable BigDecimal dailyLossPercentageAlert,
    @Nullable BigDecimal dailyLossAlert,
    @Nullable BigDecimal marginPercentageLiqOnly,
    @Nullable BigDecimal dailyLossPercentageLiqOnly,
    @Nullable BigDecimal dailyLossLiqOnly,
    @Nullable BigDecimal marginPercentageAutoLiq,
    @Nullable BigDecimal dailyLossPercentageAutoLiq,
    @Nullable BigDecimal dailyLossAutoLiq,
    @Nullable BigDecimal weeklyLossAutoLiq,
    @Nullable Instant flattenTimestamp,
    @Nullable BigDecimal trailingMaxDrawdown,
    @Nullable BigDecimal trailingMaxDrawdownLimit,
    @Nullable TrailingMode trailingMaxDrawdownMode,
    @Nullable BigDecimal dailyProfitAutoLiq,
    @Nullable BigDecimal weeklyProfitAutoLiq,
    @Nullable Boolean doNotUnlock,
    @Nullable SteppedCooldown steppedCooldown,
    @Nullable Boolean steppedUnlimited)
    implements OfAccount {

  /** Locks for longer the further the loss goes; the vendor does not say what a distance is. */
  public record SteppedCooldown(List<Step> steps) {
    public SteppedCooldown {
      steps = List.copyOf(steps);
    }

    /** One step, lasting this many minutes. */
    public record Step(int stepNumber, BigDecimal stepDistance, int cooldownMinutes) {
      static Step read(Fields fields) {
        return new Step(
            fields.requiredCount("stepNumber"),
            fields.requiredNumber("stepDistance"),
            fields.requiredCount("cooldownMinutes"));
      }
    }

    static SteppedCooldown read(Fields fields) {
      return new SteppedCooldown(fields.requiredParts("steps", Step::read));
    }
  }

  static UserAccountAutoLiq read(Fields fields) {
    return new UserAccountAutoLiq(
        fields.requiredId("id"),
        fields.flag("changesLocked"),
        fields.number("marginPercentageAlert"),
        fields.number("dailyLossPercentageAlert"),
        fields.number("dailyLossAlert"),
        fields.number("marginPercentageLiqOnly"),
        fields.number("dailyLossPercentageLiqOnly"),
        fields.number("dailyLossLiqOnly"),
        fields.number("marginPercentageAutoLiq"),
        fields.number("dailyLossPercentageAutoLiq"),
        fields.number("dailyLossAutoLiq"),
        fields.number("weeklyLossAutoLiq"),
        fields.time("flattenTimestamp"),
        fields.number("trailingMaxDrawdown"),
        fields.number("trailingMaxDrawdownLimit"),
        fields.word("trailingMaxDrawdownMode", TrailingMode.class, TrailingMode.UNKNOWN),
        fields.number("dailyProfitAutoLiq"),
        fields.number("weeklyProfitAutoLiq"),
        fields.flag("doNotUnlock"),
        fields.part("steppedCooldown", SteppedCooldown::read),
        fields.flag("steppedUnlimited"));
  }

  @Override
  public long accountId() {
    return id;
  }
}
