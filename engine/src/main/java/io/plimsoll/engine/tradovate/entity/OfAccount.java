package io.plimsoll.engine.tradovate.entity;

/** An entity that belongs to one account and says which. */
public sealed interface OfAccount extends Entity
    permits Standing,
        CashBalanceLog,
        ExecutionReport,
        OrderStrategy,
        TradingPermission,
        UserAccountAutoLiq,
        UserAccountPositionLimit {

  /** The account's id. For the 1:1 entities it is their own id too. */
  long accountId();
}
