package io.plimsoll.engine.tradovate.entity;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Margin of an account in dollars. Its id is the account's.
 *
 * @param liqOnlyLevel equity at or below which the broker allows closing only [assumed]
 * @param autoLiqLevel equity at or below which the broker liquidates [assumed]
 * @param positionMargin newer generation, as the two after it
 */
public record MarginSnapshot(
    long id,
    @Nullable Instant timestamp,
    @Nullable Long riskTimePeriodId,
    @Nullable BigDecimal initialMargin,
    @Nullable BigDecimal maintenanceMargin,
    @Nullable BigDecimal autoLiqLevel,
    @Nullable BigDecimal liqOnlyLevel,
    BigDecimal totalUsedMargin,
    @Nullable BigDecimal fullInitialMargin,
    @Nullable BigDecimal positionMargin,
    @Nullable BigDecimal totalUsedFullMargin,
    @Nullable BigDecimal openCollateralReq)
    implements Standing {

  static MarginSnapshot read(Fields fields) {
    return new MarginSnapshot(
        fields.requiredId("id"),
        fields.time("timestamp"),
        fields.id("riskTimePeriodId"),
        fields.number("initialMargin"),
        fields.number("maintenanceMargin"),
        fields.number("autoLiqLevel"),
        fields.number("liqOnlyLevel"),
        fields.requiredNumber("totalUsedMargin"),
        fields.number("fullInitialMargin"),
        fields.number("positionMargin"),
        fields.number("totalUsedFullMargin"),
        fields.number("openCollateralReq"));
  }

  @Override
  public long accountId() {
    return id;
  }
}
