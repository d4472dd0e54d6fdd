package io.plimsoll.engine.shard;

import io.plimsoll.engine.action.Action;
import io.plimsoll.engine.action.ActionKind;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.risk.Latch;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The action that follows from what is required of an account, with its key and its reason. */
final class Decisions {
  private Decisions() {}

  static Action action(Watch watch, ActionKind kind, Instant now, @Nullable Instant notAfter) {
    var cause = cause(watch, kind);
    var first =
        Action.decided(
            watch.accountId,
            cause.limit(),
            cause.latching(),
            kind,
            1,
            reason(watch, kind, cause),
            now,
            notAfter);
    int attempt = watch.custody.nextAttempt(first.step());
    return attempt == 1
        ? first
        : Action.decided(
            watch.accountId,
            cause.limit(),
            cause.latching(),
            kind,
            attempt,
            first.reason(),
            now,
            notAfter);
  }

  /** Which latching an action answers to. */
  private record Cause(String limit, long latching) {}

  private static Cause cause(Watch watch, ActionKind kind) {
    var ours = watch.custody.ours();
    if (kind == ActionKind.UNLOCK && ours != null) {
      return new Cause(ours.limit(), ours.latching());
    }
    return latch(watch, kind)
        .map(latch -> new Cause(latch.limit(), latch.number()))
        .orElseGet(() -> new Cause("rule", watch.risk.latches().count()));
  }

  private static Optional<Latch> latch(Watch watch, ActionKind kind) {
    var latches = watch.risk.latches();
    return isFlattening(watch, kind)
        ? latches.flattening()
        : latches.asking(watch.custody.required());
  }

  /** Whether it only closes what is open at a time when nothing may be. */
  static boolean isFlattening(Watch watch, ActionKind kind) {
    return kind == ActionKind.LIQUIDATE
        && watch.custody.flat()
        && watch.custody.required() != Restriction.LIQUIDATE_AND_LOCK;
  }

  /**
   * Until when the broker has time to enforce a limit of its own; null where some limit of ours
   * asks for the same.
   */
  static @Nullable Instant grace(Watch watch, ActionKind kind) {
    return latch(watch, kind)
        .filter(latch -> watch.risk.latches().allBrokers(latch.consequence()))
        .map(latch -> latch.since().plus(watch.plan.conduct().brokerGrace()))
        .orElse(null);
  }

  private static String reason(Watch watch, ActionKind kind, Cause cause) {
    if (kind == ActionKind.UNLOCK) {
      return "Plimsoll: nothing requires a restriction any more (%s has ended)"
          .formatted(cause.limit());
    }
    var equity = watch.last.equity();
    var floor = watch.risk.trailing();
    var text = new StringBuilder("Plimsoll: ").append(cause.limit()).append(" reached");
    if (equity != null) {
      text.append(", equity ").append(equity);
    }
    if (floor != null && cause.limit().startsWith("trailing")) {
      text.append(", floor ").append(floor.floor());
    }
    return text.append(", plan ").append(watch.plan.name()).toString();
  }
}
