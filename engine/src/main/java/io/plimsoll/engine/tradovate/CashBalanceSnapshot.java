package io.plimsoll.engine.tradovate;

import io.plimsoll.engine.tradovate.entity.Fields;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an account is worth by the broker's own reckoning, in dollars. The broker leaves out profit
 * and loss where there is nothing to report: absent is not zero. The parts ending in {@code SOD}
 * are as of the start of the day.
 *
 * @param netLiq cash and open profit and loss together
 * @param openPnL of positions still held, signed
 * @param realizedPnL of the session, signed
 * @param withdrawalRejectReason why no money may be withdrawn now; the newer generation only, as
 *     all after it
 */
public record CashBalanceSnapshot(
    @Nullable BigDecimal totalCashValue,
    @Nullable BigDecimal totalPnL,
    @Nullable BigDecimal initialMargin,
    @Nullable BigDecimal maintenanceMargin,
    BigDecimal netLiq,
    @Nullable BigDecimal openPnL,
    @Nullable BigDecimal realizedPnL,
    @Nullable BigDecimal weekRealizedPnL,
    @Nullable String withdrawalRejectReason,
    @Nullable BigDecimal currencyCashAvailWithdrawalUSD,
    @Nullable BigDecimal netLiqSOD,
    @Nullable BigDecimal totalCashValueSOD,
    @Nullable BigDecimal cashUSD,
    @Nullable BigDecimal cashSODUSD,
    @Nullable BigDecimal fullInitialMargin,
    @Nullable BigDecimal fullInitialMarginSOD,
    @Nullable BigDecimal autoLiqLevel) {

  static CashBalanceSnapshot read(Fields fields) {
    return new CashBalanceSnapshot(
        fields.number("totalCashValue"),
        fields.number("totalPnL"),
        fields.number("initialMargin"),
        fields.number("maintenanceMargin"),
        fields.requiredNumber("netLiq"),
        fields.number("openPnL"),
        fields.number("realizedPnL"),
        fields.number("weekRealizedPnL"),
        fields.text("withdrawalRejectReason"),
        fields.number("currencyCashAvailWithdrawalUSD"),
        fields.number("netLiqSOD"),
        fields.number("totalCashValueSOD"),
        fields.number("cashUSD"),
        fields.number("cashSODUSD"),
        fields.number("fullInitialMargin"),
        fields.number("fullInitialMarginSOD"),
        fields.number("autoLiqLevel"));
  }
}
