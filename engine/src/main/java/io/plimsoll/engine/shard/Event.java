package io.plimsoll.engine.shard;

import io.plimsoll.engine.store.Letter;
import io.plimsoll.engine.tradovate.Answer;
import io.plimsoll.engine.tradovate.Inbound;
import io.plimsoll.engine.tradovate.Standing;

/** What a shard reacts to, one at a time. The clock is the other thing. */
sealed interface Event {
  record Fed(Inbound inbound) implements Event {}

  /** The decision with this key is on disk, so it may be carried out. */
  record Committed(long accountId, String actionKey) implements Event {}

  record Answered(long accountId, String actionKey, Answer answer) implements Event {}

  /** Of the whole engine with the broker. */
  record Stands(Standing standing) implements Event {}

  record GivenUp(Letter letter) implements Event {}
}
