package io.plimsoll.engine.shard;

import io.plimsoll.engine.action.AccountView;
import io.plimsoll.engine.action.Custody;
import io.plimsoll.engine.fact.AccountFigures;
import io.plimsoll.engine.fact.AccountRisk;
import io.plimsoll.engine.risk.Facts;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.RiskState;
import io.plimsoll.engine.store.Assignment;
import org.jspecify.annotations.Nullable;

/**
 * Where an account stands, for people.
 *
 * @param plan the text it is held to
 * @param inForce the same, completed by the limits that are set at the broker
 * @param written what the settings hold for it now, without limits where no plan matches
 * @param assigned a plan that waits to hold it; null for none
 * @param view what the broker's facts show
 * @param live whether those are of just now
 */
public record Standing(
    long accountId,
    String name,
    Plan plan,
    Plan inForce,
    Plan written,
    @Nullable Assignment assigned,
    AccountFigures figures,
    AccountRisk states,
    RiskState risk,
    Custody custody,
    AccountView view,
    boolean live) {

  static Standing of(Watch watch, Plan written, boolean live) {
    var assigned = watch.assigned;
    return new Standing(
        watch.accountId,
        watch.name,
        watch.plan,
        Facts.inForce(watch.plan, watch.last),
        written,
        assigned == null ? null : assigned.remembered(),
        watch.figures(),
        watch.fact(),
        watch.risk,
        watch.custody,
        watch.view,
        live);
  }
}
