package io.plimsoll.engine.tradovate.entity;

/** An entity about people. It may name an account besides, and need not. */
public sealed interface OfUser extends Entity
    permits AdminAlertSignal,
        AnnualReview,
        User,
        UserPlugin,
        UserPromoCode,
        UserProperty,
        UserReadStatus {}
