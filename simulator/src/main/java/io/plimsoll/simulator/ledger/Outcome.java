package io.plimsoll.simulator.ledger;

/** What became of an order or a command. A refusal is an answer with status 200 on the wire. */
public sealed interface Outcome {
  /** {@code id} is the order's, or the command's for a cancel. */
  record Accepted(long id) implements Outcome {}

  /** {@code reason} is one of the vendor's failureReason words. */
  record Refused(String reason, String text) implements Outcome {}
}
