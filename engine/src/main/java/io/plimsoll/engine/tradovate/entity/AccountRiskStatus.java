package io.plimsoll.engine.tradovate.entity;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the broker holds against an account. Its id is the account's.
 *
 * @param adminAction absent means Normal
 * @param adminTimestamp when the admin action was set, in broker time
 * @param liquidateOnly since when the account may only close
 * @param maxNetLiq the highest net liquidation seen intraday, in dollars
 * @param minNetLiq the vendor does not say what it is
 * @param autoLiqStarted with Stopped and Counter: the broker's own liquidation; seen on the wire
 *     only
 * @param maxNetLiqTimestamp when the maximum was reached; seen on the wire only
 */
public record AccountRiskStatus(
    long id,
    @Nullable AdminAction adminAction,
    @Nullable Instant adminTimestamp,
    @Nullable Instant liquidateOnly,
    @Nullable Boolean userTriggeredLiqOnly,
    @Nullable BigDecimal maxNetLiq,
    @Nullable BigDecimal minNetLiq,
    @Nullable Instant autoLiqStarted,
    @Nullable Instant autoLiqStopped,
    @Nullable Integer autoLiqCounter,
    @Nullable Instant maxNetLiqTimestamp)
    implements Standing {

  static AccountRiskStatus read(Fields fields) {
    return new AccountRiskStatus(
        fields.requiredId("id"),
        fields.word("adminAction", AdminAction.class, AdminAction.UNKNOWN),
        fields.time("adminTimestamp"),
        fields.time("liquidateOnly"),
        fields.flag("userTriggeredLiqOnly"),
        fields.number("maxNetLiq"),
        fields.number("minNetLiq"),
        fields.time("autoLiqStarted"),
        fields.time("autoLiqStopped"),
        fields.count("autoLiqCounter"),
        fields.time("maxNetLiqTimestamp"));
  }

  @Override
  public long accountId() {
    return id;
  }
}
