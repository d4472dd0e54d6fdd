package io.plimsoll.engine.session;

import io.plimsoll.engine.fact.AccountFigures;
import io.plimsoll.engine.fact.AccountRisk;
import io.plimsoll.engine.fact.Feed;
import io.plimsoll.engine.tradovate.entity.CashBalance;
import io.plimsoll.engine.tradovate.entity.Entity;
import io.plimsoll.engine.tradovate.entity.MarginSnapshot;
import io.plimsoll.engine.tradovate.entity.Position;
import io.plimsoll.engine.tradovate.entity.UserAccountAutoLiq;

/**
 * A fact for a test of a rule, made from one in which nothing is wrong and whatever may be absent
 * is. Every fact is about {@link #ACCOUNT} or {@link #SHARD} unless it says otherwise.
 */
public interface Given {
  long ACCOUNT = 1001;
  int SHARD = 0;

  Object fact();

  static GivenRisk accountRisk() {
    return new GivenRisk(new GivenRecord<>(AccountRisk.class));
  }

  /** No figure is known. */
  static GivenRecord<AccountFigures> accountFigures() {
    return new GivenRecord<>(AccountFigures.class);
  }

  static Given feed(Feed.State state) {
    return () -> new Feed(SHARD, state);
  }

  /** An amount of 0. */
  static GivenRecord<CashBalance> cashBalance() {
    return entity(CashBalance.class);
  }

  /** Flat. */
  static GivenRecord<Position> position() {
    return entity(Position.class);
  }

  /** No margin used. */
  static GivenRecord<MarginSnapshot> marginSnapshot() {
    return entity(MarginSnapshot.class);
  }

  /** No limit set at the broker. */
  static GivenRecord<UserAccountAutoLiq> userAccountAutoLiq() {
    return entity(UserAccountAutoLiq.class);
  }

  /** Any other of the vendor's entities; ids are {@link #ACCOUNT}. */
  static <E extends Record & Entity> GivenRecord<E> entity(Class<E> type) {
    return new GivenRecord<>(type);
  }
}
