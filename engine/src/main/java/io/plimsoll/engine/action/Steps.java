package io.plimsoll.engine.action;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.tradovate.entity.AdminAction;
import java.util.Optional;

/** The difference between what is required of an account and what the facts show. */
public final class Steps {
  private Steps() {}

  /**
   * The next thing to do; empty when the facts already show what is required.
   *
   * @param flat whether everything is to be closed besides, whatever is required
   */
  public static Optional<ActionKind> next(Restriction required, boolean flat, AccountView view) {
    if (view.isLocked() && view.isOnlyDoubtful()) {
      // To liquidate would take the place of the lock, for something that may not be there.
      return Optional.empty();
    }
    if (flat && !(view.isFlat() && view.isQuiet())) {
      return closing(view);
    }
    return next(required, view);
  }

  private static Optional<ActionKind> next(Restriction required, AccountView view) {
    return switch (required) {
      case NONE, FLATTEN -> Optional.empty();
      case CANCEL -> view.isQuiet() ? Optional.empty() : Optional.of(ActionKind.CANCEL);
      case LIQUIDATE_ONLY ->
          view.isLiquidateOnly() ? Optional.empty() : Optional.of(ActionKind.LIQUIDATE_ONLY);
      case LIQUIDATE_AND_LOCK -> {
        if (!view.isFlat() || !view.isQuiet()) {
          yield closing(view);
        }
        yield view.isLocked() ? Optional.empty() : Optional.of(ActionKind.LOCK);
      }
    };
  }

  /** Where someone else has ordered it already, the broker is at it. */
  private static Optional<ActionKind> closing(AccountView view) {
    return view.adminAction() == AdminAction.LiquidateImmediately
        ? Optional.empty()
        : Optional.of(ActionKind.LIQUIDATE);
  }

  /**
   * Whether the facts show the effect of an action. Someone else's lock shows liquidate-only too:
   * to send it still would weaken the lock.
   */
  public static boolean isShown(ActionKind kind, AccountView view) {
    return switch (kind) {
      case CANCEL -> view.isQuiet();
      case LIQUIDATE -> view.isFlat() && view.isQuiet();
      case LIQUIDATE_ONLY -> view.isLiquidateOnly();
      case LOCK -> view.adminAction() == AdminAction.LockTradingImmediately;
      case UNLOCK -> view.adminAction() == AdminAction.Normal;
    };
  }

  /** What {@code setadminautoliqaction} is told for an action; null where it is not used. */
  public static Optional<AdminAction> adminAction(ActionKind kind) {
    return switch (kind) {
      case CANCEL -> Optional.empty();
      case LIQUIDATE -> Optional.of(AdminAction.LiquidateImmediately);
      case LIQUIDATE_ONLY -> Optional.of(AdminAction.LiquidateOnlyModeImmediately);
      case LOCK -> Optional.of(AdminAction.LockTradingImmediately);
      case UNLOCK -> Optional.of(AdminAction.Normal);
    };
  }
}
