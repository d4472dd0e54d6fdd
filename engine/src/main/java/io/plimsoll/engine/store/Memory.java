package io.plimsoll.engine.store;

import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.alert.Episode;
import io.plimsoll.engine.risk.Plan;
import java.util.List;

/**
 * What was remembered when the engine started.
 *
 * @param episodes those still open
 * @param actions those under way
 * @param letters those not yet delivered
 * @param plans every text that some account was or is held to
 */
public record Memory(
    List<AccountRecord> accounts,
    List<Episode> episodes,
    List<Action> actions,
    List<Letter> letters,
    List<Plan> plans) {
  public Memory {
    accounts = List.copyOf(accounts);
    episodes = List.copyOf(episodes);
    actions = List.copyOf(actions);
    letters = List.copyOf(letters);
    plans = List.copyOf(plans);
  }
}
