package io.plimsoll.rules;

import static io.plimsoll.engine.fact.DataQuality.UNKNOWN_INPUT;
import static io.plimsoll.engine.session.Given.ACCOUNT;
import static io.plimsoll.engine.session.Given.feed;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Feed;
import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.fact.Scope;
import io.plimsoll.engine.session.FactKey;
import io.plimsoll.engine.session.FiringResult;
import io.plimsoll.engine.session.Given;
import io.plimsoll.engine.session.RuleSession;
import io.plimsoll.rules.States.State;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All shipped rules together on one account, in each state that it can be in. */
class EveryRuleTest {
  private static final String OF_A_SHARD = "feed-stale.stale";

  private RuleSession session;

  @BeforeEach
  void open() {
    session = ShippedRules.shipped().newSession();
    fire(feed(Feed.State.LIVE));
  }

  @AfterEach
  void close() {
    session.close();
  }

  static List<State> states() {
    return States.ALL;
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "CLEAR"})
  void noRuleFindsAnythingOnAClearAccount(Level level) {
    fire(
        States.clear()
            .trailing(level)
            .dayLossLimit(level)
            .weekLoss(level)
            .dayProfit(level)
            .weekProfit(level)
            .liquidateOnlyLevel(level)
            .autoLiqLevel(level)
            .consistency(level));
    assertThat(held()).isEmpty();
  }

  @Test
  void theUnknownAloneFindsNothing() {
    fire(States.clear().quality(UNKNOWN_INPUT));
    assertThat(held()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("states")
  void aStateIsFoundByItsOwnRulesAndNoOthers(State state) {
    fire(state.given());
    assertThat(held()).isEqualTo(state.found());
  }

  @ParameterizedTest
  @MethodSource("states")
  void whatIsFoundEndsWithItsState(State state) {
    fire(state.given());
    fire(States.clear());
    assertThat(held()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("states")
  void anInputThatBecomesUnknownMovesNoFinding(State state) {
    fire(state.given());
    assertThat(fire(state.given().quality(UNKNOWN_INPUT)).changes()).isEmpty();
    assertThat(held()).isEqualTo(state.found());
  }

  @ParameterizedTest
  @MethodSource("states")
  void anotherPartOfTheFactMovesNoFinding(State state) {
    fire(state.given());
    assertThat(fire(state.given().plan("another")).changes()).isEmpty();
  }

  @Test
  void aStateFollowsAnotherWithNothingLeftBehind() {
    for (var state : States.ALL) {
      fire(state.given());
      assertThat(held()).isEqualTo(state.found());
    }
  }

  @Test
  void accountsAreFoundEachByItself() {
    for (int i = 0; i < States.ALL.size(); i++) {
      fire(States.ALL.get(i).given().account(ACCOUNT + i));
    }
    for (int i = 0; i < States.ALL.size(); i++) {
      assertThat(held(ACCOUNT + i)).isEqualTo(States.ALL.get(i).found());
    }
  }

  @Test
  void everyRuleIsFoundInSomeState() {
    var found = new HashSet<>(Set.of(OF_A_SHARD));
    for (var state : States.ALL) {
      state.found().keySet().forEach(finding -> found.add(finding.replaceFirst("/.*", "")));
    }
    assertThat(ShippedRules.shipped().rules().keySet()).isEqualTo(found);
  }

  private FiringResult.Changed fire(Given given) {
    session.put(FactKey.of(given.fact()), given.fact());
    var result = session.fire();
    assertThat(result).isInstanceOf(FiringResult.Changed.class);
    return (FiringResult.Changed) result;
  }

  private Map<String, Restriction> held() {
    return held(ACCOUNT);
  }

  private Map<String, Restriction> held(long account) {
    var asks = new HashMap<String, Restriction>();
    session
        .findings()
        .forEach((identity, held) -> {
          if (identity.scope().equals(new Scope.OfAccount(account))) {
            var subject = identity.subject().isEmpty() ? "" : "/" + identity.subject();
            asks.put(identity.rule() + subject, held.asks());
          }
        });
    return asks;
  }
}
