package io.plimsoll.rules;

import static io.plimsoll.engine.fact.DataQuality.UNKNOWN_INPUT;
import static io.plimsoll.engine.fact.Restriction.NONE;
import static io.plimsoll.engine.session.Given.SHARD;
import static io.plimsoll.engine.session.Given.accountRisk;
import static io.plimsoll.engine.session.Given.feed;
import static io.plimsoll.rules.ShippedRules.rule;

import io.plimsoll.engine.fact.Feed.State;
import io.plimsoll.engine.fact.Scope;
import org.junit.jupiter.api.Test;

class FeedStaleTest {
  private static final String RULE = "feed-stale.stale";

  @Test
  void isAboutTheShardAndAsksNothingOfAnAccount() {
    rule(RULE).given(feed(State.STALE)).finds(new Scope.OfShard(SHARD)).asking(NONE);
  }

  @Test
  void aShortBreakIsNotStale() {
    rule(RULE).given(feed(State.SYNCING)).findsNothing();
  }

  @Test
  void aLiveFeedIsNotStale() {
    rule(RULE).given(feed(State.LIVE)).findsNothing();
  }

  @Test
  void endsWhenTheFeedIsLiveAgain() {
    rule(RULE).given(feed(State.STALE)).then(feed(State.LIVE)).findsNothing();
  }

  @Test
  void anAccountWithUnknownInputsIsNoStaleFeed() {
    rule(RULE).given(accountRisk().quality(UNKNOWN_INPUT)).findsNothing();
  }
}
