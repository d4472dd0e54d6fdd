package io.plimsoll.config.cases;

import io.plimsoll.engine.tradovate.entity.AdminAction;

/** What happens in a step, besides what its inputs say. */
public sealed interface CaseEvent {
  /** An event that needs no more than its name. */
  enum Plain implements CaseEvent {
    /** The account is known since its opening. */
    OPEN,
    /** The account is seen for the first time, whatever it has done before. */
    FIRST_SEEN,
    /** Something arrives. */
    TICK,
    /** The session closes. */
    CLOSE,
    /** The trading day ends and the next begins. */
    RESET,
    /** The week ends and the next begins. */
    WEEK_RESET,
    /** Time passes. */
    CLOCK,
    /** The exchange opens. */
    MARKET_OPEN,
    /** The engine stops and starts again on its data. */
    RESTART,
    /** The connection to the broker is lost and comes again. */
    RESYNC,
    /** The broker sets the account back to its start. */
    ACCOUNT_RESET
  }

  /** Somebody sets the admin action at the broker. */
  record Admin(AdminAction action) implements CaseEvent {}

  /** A person unlocks the account with our own command. */
  record Unlock(String reason) implements CaseEvent {}

  /** A person begins peak, anchors and latches anew with our own command. */
  record Rebase(String reason) implements CaseEvent {}
}
