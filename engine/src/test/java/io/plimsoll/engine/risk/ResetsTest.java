package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Limited.holding;
import static io.plimsoll.engine.risk.Plans.evaluation50k;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.open;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signs that the broker has reset an account. */
class ResetsTest {
  @ParameterizedTest
  @CsvSource({"51999.99, true", "52000, false", "52000.01, false"})
  void aMaximumThatFallsWithinATradeDateIsSuspicious(String maximum, boolean suspected) {
    var account = traded().maxNetLiq("52000").tick().maxNetLiq(maximum).tick();
    assertThat(account.facts().resetSuspected()).isEqualTo(suspected);
  }

  @Test
  void aNewTradeDateBeginsItsMaximumAnew() {
    var account = traded().maxNetLiq("52000").tick();
    account.startOfDay("50700", "2026-01-06").maxNetLiq("50700").tick();
    assertThat(account.facts().resetSuspected()).isFalse();
    assertThat(account.maxNetLiq("50699").tick().facts().resetSuspected()).isTrue();
  }

  @Test
  void aMaximumOfTheNewTradeDateMayComeBeforeItsCash() {
    var account = traded().maxNetLiq("52000").tick();
    account.at("2026-01-05T17:00").maxNetLiq("50700").tick();
    account.startOfDay("50700", "2026-01-06").tick();
    assertThat(account.facts().resetSuspected()).isFalse();
    assertThat(account.maxNetLiq("50699").tick().facts().resetSuspected()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({", 2026-01-05", "50000,"})
  void theUnknownSaysNothing(@Nullable String maximum, @Nullable String tradeDate) {
    var account = traded().maxNetLiq("52000").tick();
    account.maxNetLiq(maximum).startOfDay("50000", tradeDate).tick();
    assertThat(account.facts().resetSuspected()).isFalse();
  }

  @Test
  void theUnknownTakesNoSuspicionAway() {
    var account = suspected().maxNetLiq(null).tick();
    assertThat(account.facts().resetSuspected()).isTrue();
  }

  @Test
  void theSuspicionStandsThoughTheMaximumRisesAgain() {
    assertThat(suspected().maxNetLiq("60000").tick().facts().resetSuspected()).isTrue();
  }

  @Test
  void aFlatAccountWithExactlyItsStartWasPlainlyReset() {
    var account = suspected().balance("50000");
    assertThat(account.facts().resetSuspected()).isFalse();
    account.expectPeak("50000");
    account.expectAnchor("50000");
    account.expectNothingLatched();
  }

  @Test
  void itsLatchesEndAndTheirNumbersGoOn() {
    var account = open(evaluation50k()).maxNetLiq("52000").balance("49000");
    account.expectLatched("trailing-drawdown");
    account.maxNetLiq("50000").balance("50000").expectNothingLatched();
    account.balance("48000").expectLatchings(2);
  }

  @Test
  void withSomethingOpenItIsNotPlain() {
    var account = traded().maxNetLiq("52000").tick().holding(holding("ES", 1));
    account.maxNetLiq("50000").balance("50000");
    assertThat(account.facts().resetSuspected()).isTrue();
    account.expectPeak("52000");
  }

  @Test
  void withUnknownPositionsItIsNotPlain() {
    var account = traded().maxNetLiq("52000").tick().unknownHoldings();
    assertThat(account.maxNetLiq("50000").balance("50000").facts().resetSuspected()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"50000.01", "49999.99"})
  void withAnotherBalanceItIsNotPlain(String balance) {
    assertThat(suspected().balance(balance).facts().resetSuspected()).isTrue();
  }

  @Test
  void withoutASuspicionABalanceAtTheStartIsNoReset() {
    var account = traded().maxNetLiq("52000").tick().balance("50000");
    account.expectPeak("52000");
  }

  @Test
  void whileEquityIsUnknownNothingBeginsAnew() {
    assertThat(suspected().balance("50000", null).facts().resetSuspected()).isTrue();
  }

  @Test
  void thePlanMaySayThatEverySuspectedResetIsOne() {
    var plan = evaluation50k().conduct("rebaseOnReset", true);
    var account = open(plan).maxNetLiq("52000").tick().holding(holding("ES", 1));
    account.maxNetLiq("50500").balance("50300", "50500");
    assertThat(account.facts().resetSuspected()).isFalse();
    account.expectPeak("50500");
  }

  @Test
  void aResetMayBeSuspectedFromOutside() {
    var account = traded().suspected().tick();
    assertThat(account.facts().resetSuspected()).isTrue();
    account.balance("50000").expectPeak("50000");
    assertThat(account.facts().resetSuspected()).isFalse();
  }

  @Test
  void whatIsPlainWhenItIsSuspectedBeginsAnewAtOnce() {
    var account = risk(evaluation50k()).maxNetLiq("53000").tick().suspected();
    assertThat(account.state().history().resetSuspected()).isFalse();
    account.expectPeak("50000");
  }

  @Test
  void theMaximumFromBeforeCountsNoMore() {
    var account = suspected().balance("50000");
    account.tick().expectPeak("50000");
  }

  private static RiskCase traded() {
    return open(evaluation50k()).balance("50700");
  }

  private static RiskCase suspected() {
    var account = traded().maxNetLiq("52000").tick().maxNetLiq("51000").tick();
    assertThat(account.facts().resetSuspected()).isTrue();
    return account;
  }

  @Test
  void aPlanWithoutATrailIsWatchedToo() {
    var account = risk(plan()).balance("50700").maxNetLiq("52000").tick().maxNetLiq("51000").tick();
    assertThat(account.facts().resetSuspected()).isTrue();
  }
}
