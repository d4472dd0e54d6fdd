package io.plimsoll.engine.store;

import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.alert.Episode;
import java.util.List;

/**
 * What was remembered when the engine started.
 *
 * @param episodes those still open
 * @param actions those under way
 * @param letters those not yet delivered
 */
public record Memory(
    List<AccountRecord> accounts,
    List<Episode> episodes,
    List<Action> actions,
    List<Letter> letters) {
  public Memory {
    accounts = List.copyOf(accounts);
    episodes = List.copyOf(episodes);
    actions = List.copyOf(actions);
    letters = List.copyOf(letters);
  }
}
