package io.plimsoll.engine.store;

import io.plimsoll.engine.action.Custody;
import io.plimsoll.engine.risk.RiskState;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an account over restarts.
 *
 * @param plan name of the plan that holds it
 * @param planVersion of the text that it is held to; empty where no plan matched
 * @param assigned null where no other plan waits
 */
public record AccountRecord(
    long accountId,
    String plan,
    String planVersion,
    @Nullable Assignment assigned,
    RiskState risk,
    Custody custody) {}
