package io.plimsoll.engine.tradovate.entity;

/** One thing the vendor sent, whole. A field that was not sent is null, which is not zero. */
public sealed interface Entity
    permits Account,
        AccountRiskStatus,
        CashBalance,
        Contract,
        ContractMaturity,
        Currency,
        Fill,
        MarginSnapshot,
        Order,
        Position,
        Product,
        UserAccountAutoLiq {

  /** Unique within its type only. Larger than 2^31 for some types. */
  long id();
}
