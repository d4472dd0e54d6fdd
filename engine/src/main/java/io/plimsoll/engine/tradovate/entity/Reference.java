package io.plimsoll.engine.tradovate.entity;

/** An entity that is the same for all accounts: what there is to trade, and where. */
public sealed interface Reference extends Entity
    permits Contract,
        ContractGroup,
        ContractMaturity,
        Currency,
        CurrencyRate,
        Exchange,
        OrderStrategyType,
        Product,
        Property,
        SpreadDefinition {}
