package io.plimsoll.engine.tradovate.entity;

/**
 * An entity that belongs to an account but names only what it is a detail of: an order, a command,
 * a fill, a position, a limit. That may come later than the detail.
 */
public sealed interface Detail extends Entity
    permits Command,
        CommandReport,
        Fill,
        FillFee,
        FillPair,
        OrderStrategyLink,
        OrderVersion,
        UserAccountRiskParameter {}
