package io.plimsoll.engine.shard;

import io.plimsoll.engine.action.AccountView;
import io.plimsoll.engine.action.Custody;
import io.plimsoll.engine.fact.AccountFigures;
import io.plimsoll.engine.fact.AccountRisk;
import io.plimsoll.engine.fact.ActionProof;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.RiskState;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An account as a {@link Rehearsal} has it now.
 *
 * @param plan that holds it
 * @param view what the broker's facts show
 * @param findings open now, of the account and of the shard: the rule's name, with the subject
 *     after a slash where there is one
 * @param sent account actions that left since the rehearsal began, restarts included, by their
 *     words; {@code flatten} where everything was closed and nothing refused
 */
public record Rehearsed(
    AccountFigures figures,
    AccountRisk states,
    RiskState risk,
    Plan plan,
    Custody custody,
    AccountView view,
    SortedSet<String> findings,
    Map<String, Integer> sent) {
  public Rehearsed {
    findings = Collections.unmodifiableSortedSet(new TreeSet<>(findings));
    sent = Map.copyOf(sent);
  }

  /** What open episodes, or a person, require of the account. */
  public Restriction required() {
    return custody.required();
  }

  /** Account actions that wait for a person. */
  public int proposals() {
    return states.proof() == ActionProof.PROPOSED ? 1 : 0;
  }
}
