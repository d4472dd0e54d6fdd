package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Imposing.atBroker;
import static io.plimsoll.engine.risk.Imposing.locked;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.AccountRisk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Settings at the broker that are weakened within a session. */
class WeakenedTest {
  @Test
  void aLimitThatIsRaisedIsTold() {
    var account = first().imposed(atBroker("dailyLossAutoLiq", "1500")).tick();
    assertThat(account.facts().settingsWeakened()).containsExactly("dailyLossAutoLiq");
  }

  @Test
  void aLimitThatIsRemovedIsTold() {
    assertThat(first().imposed(Imposed.NOTHING).tick().facts().settingsWeakened())
        .containsExactly("dailyLossAutoLiq");
  }

  @Test
  void aFloorThatStopsLowerIsTold() {
    assertThat(trailing("50100", "50000").settingsWeakened())
        .containsExactly("trailingMaxDrawdownLimit");
    assertThat(trailing(null, "50100").settingsWeakened())
        .containsExactly("trailingMaxDrawdownLimit");
  }

  @Test
  void aFloorThatMayRiseFurtherIsNot() {
    assertThat(trailing("50100", "51000").settingsWeakened()).isEmpty();
    assertThat(trailing("50100", null).settingsWeakened()).isEmpty();
  }

  private static AccountRisk trailing(@Nullable String cap, @Nullable String then) {
    return risk(plan()).imposed(capped(cap)).tick().imposed(capped(then)).tick().facts();
  }

  private static Imposed capped(@Nullable String cap) {
    return cap == null
        ? atBroker("trailingMaxDrawdown", "2000")
        : atBroker("trailingMaxDrawdown", "2000", "trailingMaxDrawdownLimit", cap);
  }

  @Test
  void aLockThatIsRemovedIsTold() {
    var imposed = atBroker("dailyLossAutoLiq", "1000");
    var account = risk(plan()).imposed(locked(imposed, "doNotUnlock")).tick();
    assertThat(account.imposed(imposed).tick().facts().settingsWeakened())
        .containsExactly("doNotUnlock");
  }

  @Test
  void whatIsFirstSeenIsNotWeakened() {
    assertThat(first().facts().settingsWeakened()).isEmpty();
  }

  @Test
  void itIsToldUntilTheLimitIsAsStrictAgain() {
    var account = first().imposed(atBroker("dailyLossAutoLiq", "1500")).tick().tick();
    assertThat(account.facts().settingsWeakened()).isNotEmpty();
    account.imposed(atBroker("dailyLossAutoLiq", "1000")).tick();
    assertThat(account.facts().settingsWeakened()).isEmpty();
  }

  @Test
  void theStrictestOfTheSessionIsWhatItIsComparedWith() {
    var account = first().imposed(atBroker("dailyLossAutoLiq", "900")).tick();
    assertThat(account.facts().settingsWeakened()).isEmpty();
    account.imposed(atBroker("dailyLossAutoLiq", "1000")).tick();
    assertThat(account.facts().settingsWeakened()).containsExactly("dailyLossAutoLiq");
  }

  @Test
  void thatNothingWasSentChangesNothing() {
    var account = first().imposed(atBroker("dailyLossAutoLiq", "1500")).tick().imposed(null).tick();
    assertThat(account.facts().settingsWeakened()).containsExactly("dailyLossAutoLiq");
  }

  @Test
  void aNewSessionBeginsWithWhatIsSetThen() {
    var account = first().imposed(atBroker("dailyLossAutoLiq", "1500")).tick();
    account.startOfDay("50000", "2026-01-06").at("2026-01-05T17:00").tick().tick();
    assertThat(account.facts().settingsWeakened()).isEmpty();
    account.imposed(atBroker("dailyLossAutoLiq", "1600")).tick();
    assertThat(account.facts().settingsWeakened()).containsExactly("dailyLossAutoLiq");
  }

  @Test
  void aPercentageThatLooksLikeAFractionIsTold() {
    var account = risk(plan()).imposed(atBroker("dailyLossPercentageAutoLiq", "0.04")).tick();
    assertThat(account.facts().suspicious()).containsExactly("dailyLossPercentageAutoLiq");
    account.imposed(atBroker("dailyLossPercentageAutoLiq", "4")).tick();
    assertThat(account.facts().suspicious()).isEmpty();
  }

  private static RiskCase first() {
    return risk(plan()).imposed(atBroker("dailyLossAutoLiq", "1000")).tick();
  }
}
