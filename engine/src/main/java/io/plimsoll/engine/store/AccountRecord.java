package io.plimsoll.engine.store;

import io.plimsoll.engine.action.Custody;
import io.plimsoll.engine.risk.RiskState;

/**
 * What is remembered of an account over restarts.
 *
 * @param plan name of the plan that held it last
 * @param planVersion version of that plan's text
 */
public record AccountRecord(
    long accountId, String plan, String planVersion, RiskState risk, Custody custody) {}
