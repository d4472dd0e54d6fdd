package io.plimsoll.engine.shard;

import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.tradovate.Answer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** What operators read of account actions. */
final class ActionLog {
  private static final Logger LOG = LoggerFactory.getLogger(ActionLog.class);

  private static final String REFUSED = "refused: ";

  private ActionLog() {}

  static void released(Watch watch) {
    LOG.atWarn()
        .setMessage("released by a person")
        .addKeyValue("account", watch.accountId)
        .addKeyValue("name", watch.name)
        .addKeyValue("adminAction", watch.view.adminAction())
        .log();
  }

  static LoggingEventBuilder line(String what, Action action) {
    return LOG.atInfo()
        .setMessage(what)
        .addKeyValue("account", action.accountId())
        .addKeyValue("kind", action.kind().word())
        .addKeyValue("key", action.key());
  }

  static boolean isRefusal(@Nullable String text) {
    return text != null && text.startsWith(REFUSED);
  }

  static String text(Answer answer) {
    return switch (answer) {
      case Answer.Ok _ -> "accepted";
      case Answer.Refused(var reason) -> REFUSED + reason;
      case Answer.Penalty(var ticket, var delay, var captcha) -> "penalty of " + delay;
      case Answer.NotSent(var reason, var pause) -> "not sent: " + reason;
      case Answer.Limited(var status, var retryAfter) -> "limited, status " + status;
      case Answer.Unauthorized(var reason) -> "unauthorized: " + reason;
      case Answer.Unreachable(var reason) -> "unreachable: " + reason;
      case Answer.Unclear(var reason) -> "unclear: " + reason;
    };
  }
}
