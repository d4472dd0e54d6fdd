package io.plimsoll.engine.shard;

import io.plimsoll.engine.session.RuleSet;
import io.plimsoll.engine.store.Letter;
import io.plimsoll.engine.tradovate.Answer;
import io.plimsoll.engine.tradovate.Hindrance;
import io.plimsoll.engine.tradovate.Inbound;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.util.Set;
import java.util.function.Consumer;

/** What a shard reacts to, one at a time. The clock is the other thing. */
sealed interface Event {
  record Fed(Inbound inbound) implements Event {}

  /** The decision with this key is on disk, so it may be carried out. */
  record Committed(long accountId, String actionKey) implements Event {}

  record Answered(long accountId, String actionKey, Answer answer) implements Event {}

  /** Other rules are to be in force. */
  record Reload(RuleSet rules, Set<EntityType> needed) implements Event {}

  /** Of the whole engine with the broker. */
  record Hindered(Hindrance hindrance) implements Event {}

  record GivenUp(Letter letter) implements Event {}

  /** A person orders something; the answer is told once. */
  record Ordered(Command command, Consumer<Command.Answer> answer) implements Event {}

  /** Somebody wants to know something of the shard. */
  record Asked(Consumer<ShardView> question) implements Event {}
}
