package io.plimsoll.engine.shard;

import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.action.ActionKind;
import io.plimsoll.engine.action.Steps;
import java.time.Duration;

/** What people are told when a step has been proven and no other follows. */
final class Done {
  private Done() {}

  /** Empty while more is to come, and for what was not carried out. */
  static String text(Action action, Watch watch) {
    if (action.state() != Action.State.VERIFIED
        || Steps.next(watch.custody.required(), watch.custody.flat(), watch.view).isPresent()) {
      return "";
    }
    return words(action.kind())
        + ", proven by the broker's own facts"
        + (action.sentAt() == null || action.endedAt() == null
            ? ""
            : " %d ms after the request"
                .formatted(Duration.between(action.sentAt(), action.endedAt()).toMillis()));
  }

  private static String words(ActionKind kind) {
    return switch (kind) {
      case CANCEL -> "orders cancelled";
      case LIQUIDATE -> "flat";
      case LIQUIDATE_ONLY -> "liquidate-only";
      case LOCK -> "flat and locked";
      case UNLOCK -> "unlocked";
    };
  }
}
