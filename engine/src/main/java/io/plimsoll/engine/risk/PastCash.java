package io.plimsoll.engine.risk;

/** What the broker's log tells of an account's cash before we knew it. */
public sealed interface PastCash {
  /** The balance at a close. */
  record Close(Money balance) implements PastCash {}

  /** A deposit, or a payout when negative. */
  record Flow(Money amount) implements PastCash {}
}
