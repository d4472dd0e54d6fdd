package io.plimsoll.engine.tradovate.entity;

/**
 * An entity that tells where an account stands: its money, margin, positions, orders and
 * restrictions. Limits are judged and actions proven by these.
 */
public sealed interface Standing extends OfAccount
    permits Account, AccountRiskStatus, CashBalance, MarginSnapshot, Order, Position {}
