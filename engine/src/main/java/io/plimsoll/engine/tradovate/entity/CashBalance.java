package io.plimsoll.engine.tradovate.entity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Cash of an account in one currency on one trade date; the newest row counts.
 *
 * @param amount dollars, open profit and loss not included
 * @param realizedPnL of the current session, signed
 * @param weekRealizedPnL since the weekly open, signed
 * @param amountSOD the amount at the start of the trading day
 */
public record CashBalance(
    long id,
    long accountId,
    Instant timestamp,
    LocalDate tradeDate,
    long currencyId,
    BigDecimal amount,
    @Nullable BigDecimal realizedPnL,
    @Nullable BigDecimal weekRealizedPnL,
    @Nullable BigDecimal amountSOD)
    implements Standing {

  static CashBalance read(Fields fields) {
    return new CashBalance(
        fields.requiredId("id"),
        fields.requiredId("accountId"),
        fields.requiredTime("timestamp"),
        fields.requiredDate("tradeDate"),
        fields.requiredId("currencyId"),
        fields.requiredNumber("amount"),
        fields.number("realizedPnL"),
        fields.number("weekRealizedPnL"),
        fields.number("amountSOD"));
  }
}
