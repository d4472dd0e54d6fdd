package io.plimsoll.engine.shard;

import io.plimsoll.engine.action.AccountView;
import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.tradovate.Answer;
import io.plimsoll.engine.tradovate.Inbound;
import java.time.Instant;
import java.util.List;

/** Whom a {@link Rehearsal} sends its account actions to. */
@FunctionalInterface
public interface RehearsedBroker {
  /**
   * What becomes of an action that is durable and leaves now.
   *
   * @param view of the account when the action was decided
   */
  Reply carryOut(Action action, AccountView view, Instant now);

  /**
   * The answer, and what the broker's sockets tell after it.
   *
   * @param follows empty where nothing shows
   */
  record Reply(Answer answer, List<Inbound> follows) {
    public Reply {
      follows = List.copyOf(follows);
    }
  }
}
