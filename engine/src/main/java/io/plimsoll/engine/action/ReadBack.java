package io.plimsoll.engine.action;

import io.plimsoll.engine.tradovate.entity.AdminAction;
import java.time.Duration;
import java.time.Instant;

/**
 * What to do about an action of which it is not known whether the broker executed it. Reads the
 * facts and never guesses: a liquidation that is sent twice may hit an account a person released.
 */
public final class ReadBack {
  /** Our clock and the broker's may differ by this much. */
  static final Duration CLOCK_SKEW = Duration.ofSeconds(2);

  private ReadBack() {}

  /** What the facts say. */
  public enum Verdict {
    /** A person set the account to Normal after our send: all that remains is cancelled. */
    RELEASED,
    /** The effect is there. */
    SHOWN,
    /** Nothing requires it any more. */
    CAUSE_GONE,
    /** The request had no effect: it may be sent again, as a new attempt. */
    SEND_AGAIN,
    /** The broker took it and is still at it. */
    UNDER_WAY,
    /** The facts do not tell. A person must decide. */
    PROPOSE
  }

  /**
   * @param action that was sent, or may have been
   * @param causeStands whether what it serves is still required
   */
  public static Verdict decide(
      Action action, AccountView view, boolean causeStands, ActionSettings.By by) {
    var sent = action.sentAt();
    if (sent == null) {
      throw new IllegalArgumentException("action %s was never sent".formatted(action.key()));
    }
    if (isReleased(action, view, sent)) {
      return Verdict.RELEASED;
    }
    if (Steps.isShown(action.kind(), view)) {
      return Verdict.SHOWN;
    }
    if (!causeStands) {
      return Verdict.CAUSE_GONE;
    }
    if (action.kind() == ActionKind.CANCEL) {
      // Cancelling an order that lives is the same order's end, however often it is asked.
      return Verdict.SEND_AGAIN;
    }
    if (by == ActionSettings.By.ORDERS && action.kind() == ActionKind.LIQUIDATE) {
      return Verdict.PROPOSE;
    }
    var stamp = view.adminTimestamp();
    if (stamp != null && stamp.isBefore(sent.minus(CLOCK_SKEW))) {
      return Verdict.SEND_AGAIN;
    }
    return Steps.adminAction(action.kind()).filter(view.adminAction()::equals).isPresent()
        ? Verdict.UNDER_WAY
        : Verdict.PROPOSE;
  }

  /** Within the skew a Normal may be older than our send; it decides nothing then. */
  private static boolean isReleased(Action action, AccountView view, Instant sent) {
    var stamp = view.adminTimestamp();
    return action.kind() != ActionKind.UNLOCK
        && view.adminAction() == AdminAction.Normal
        && stamp != null
        && stamp.isAfter(sent.plus(CLOCK_SKEW));
  }
}
