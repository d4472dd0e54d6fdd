package io.plimsoll.engine.shard;

import io.plimsoll.engine.action.AccountView;
import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.delivery.AccountRequests;
import io.plimsoll.engine.tradovate.Answer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Carries the account actions of one shard to the broker, and the answers back to its queue. */
final class Couriers implements ActionDesk.Courier {
  private final AccountRequests requests;
  private final Executor threads;
  private final Shard to;
  private final Set<String> wanted = ConcurrentHashMap.newKeySet();

  Couriers(AccountRequests requests, Executor threads, Shard to) {
    this.requests = requests;
    this.threads = threads;
    this.to = to;
  }

  @Override
  public void committed(Action action) {
    to.tell(new Event.Committed(action.accountId(), action.key()));
  }

  @Override
  public void ended(String actionKey) {
    wanted.remove(actionKey);
  }

  @Override
  public void send(Action action, AccountView view) {
    wanted.add(action.key());
    try {
      threads.execute(
          () -> to.tell(new Event.Answered(action.accountId(), action.key(), ask(action, view))));
    } catch (RejectedExecutionException closed) {
      // Not sent; the next life reads back and decides.
    }
  }

  /** A bug on the way leaves it in doubt, never unanswered. */
  private Answer ask(Action action, AccountView view) {
    try {
      return requests.send(action, view, () -> wanted.contains(action.key()));
    } catch (RuntimeException bug) {
      return new Answer.Unclear("not known whether it was sent: " + bug);
    }
  }
}
