package io.plimsoll.engine.tradovate.entity;

/**
 * How far a command has come: refused by the risk check, at the exchange, refused there, and so on.
 */
public enum CommandStatus {
  AtExecution,
  ExecutionRejected,
  ExecutionStopped,
  ExecutionSuspended,
  OnHold,
  Pending,
  PendingExecution,
  Replaced,
  RiskPassed,
  RiskRejected,
  /** A value the vendor added since. */
  UNKNOWN
}
