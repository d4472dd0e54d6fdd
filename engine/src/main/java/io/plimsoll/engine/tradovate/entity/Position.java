package io.plimsoll.engine.tradovate.entity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an account holds of one contract. A new row is made each trade date; the newest counts.
 *
 * @param netPos signed contracts; 0 is flat
 * @param netPrice average open price; absent when flat
 * @param prevPrice the price positions were carried over at
 */
public record Position(
    long id,
    long accountId,
    long contractId,
    Instant timestamp,
    LocalDate tradeDate,
    int netPos,
    @Nullable BigDecimal netPrice,
    @Nullable Integer bought,
    @Nullable BigDecimal boughtValue,
    @Nullable Integer sold,
    @Nullable BigDecimal soldValue,
    @Nullable Integer prevPos,
    @Nullable BigDecimal prevPrice,
    @Nullable SettlementStatus settlementStatus,
    @Nullable Instant pendingSince)
    implements Standing {

  /** Whether its settlement has been booked. */
  public enum SettlementStatus {
    PendingSettlement,
    SettlementBooked,
    UNKNOWN
  }

  static Position read(Fields fields) {
    return new Position(
        fields.requiredId("id"),
        fields.requiredId("accountId"),
        fields.requiredId("contractId"),
        fields.requiredTime("timestamp"),
        fields.requiredDate("tradeDate"),
        fields.requiredCount("netPos"),
        fields.number("netPrice"),
        fields.count("bought"),
        fields.number("boughtValue"),
        fields.count("sold"),
        fields.number("soldValue"),
        fields.count("prevPos"),
        fields.number("prevPrice"),
        fields.word("settlementStatus", SettlementStatus.class, SettlementStatus.UNKNOWN),
        fields.time("pendingSince"));
  }
}
