package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Imposing.flattenAt;
import static io.plimsoll.engine.risk.Limited.holding;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Restriction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The broker flattens once, at 14:00 in Chicago. */
class FlattenTimestampTest {
  private static final String TIME = "2026-01-05T14:00";

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T13:59:59, false, false",
    "2026-01-05T14:00, true, false",
    "2026-01-05T14:01, true, false",
    "2026-01-05T14:01:01, false, true",
    "2026-01-05T16:59:59, false, true"
  })
  void whatIsOpenThenIsClosedUnlessTheMomentIsPast(String at, boolean due, boolean missed) {
    var facts = holdingAt(at).facts();
    assertThat(facts.flattenDue()).isEqualTo(due);
    assertThat(facts.flattenMissed()).isEqualTo(missed);
  }

  @Test
  void itAsksForNoMoreThanThatAndTheBrokerItselfDoesSo() {
    var latch = holdingAt(TIME).state().latches().flattening().orElseThrow();
    assertThat(latch.limit()).isEqualTo("flatten-timestamp");
    assertThat(latch.consequence()).isEqualTo(Restriction.FLATTEN);
    assertThat(latch.until()).isEqualTo(Until.NEXT_RESET);
    assertThat(latch.brokers()).isTrue();
  }

  @Test
  void aMissedOneIsOnlyTold() {
    holdingAt("2026-01-05T14:01:01").expectNothingLatched();
  }

  @Test
  void itIsDoneOnceTheAccountIsFlat() {
    assertThat(holdingAt(TIME).holding().tick().facts().flattenDue()).isFalse();
  }

  @Test
  void unknownPositionsDoNotMeanFlat() {
    assertThat(holdingAt(TIME).unknownHoldings().tick().facts().flattenDue()).isTrue();
  }

  @Test
  void itDoesNotRepeat() {
    var account = holdingAt(TIME).holding().tick().holding(holding("ES", 1)).tick();
    assertThat(account.facts().flattenDue()).isFalse();
    account.expectLatchings(1);
  }

  @Test
  void aFlatAccountHasNothingToClose() {
    var account = risk(plan()).imposed(flattenAt("2026-01-05T20:00:00Z")).at(TIME).tick();
    account.expectNothingLatched();
    account.holding(holding("ES", 1)).tick();
    assertThat(account.facts().flattenDue()).isFalse();
  }

  @Test
  void itWaitsWhilePositionsAreUnknown() {
    var account = risk(plan()).imposed(flattenAt("2026-01-05T20:00:00Z")).unknownHoldings();
    account.at(TIME).tick().expectNothingLatched();
    account.holding(holding("ES", 1)).tick().expectLatched("flatten-timestamp");
  }

  @Test
  void anotherMomentIsAnotherOne() {
    var account = holdingAt(TIME).imposed(flattenAt("2026-01-05T20:30:00Z"));
    account.at("2026-01-05T14:30").tick();
    account.expectLatched("flatten-timestamp");
    account.expectLatchings(2);
  }

  @Test
  void aNewMomentArmsWhatAPersonReleased() {
    var account = holdingAt(TIME).released().imposed(flattenAt("2026-01-05T20:30:00Z"));
    account.at("2026-01-05T14:30").tick().expectLatched("flatten-timestamp");
  }

  @Test
  void aMomentOfADayBeforeIsNotToldAsMissed() {
    var account = open().imposed(flattenAt("2026-01-04T22:59:59Z")); // a second before the reset
    assertThat(account.tick().facts().flattenMissed()).isFalse();
  }

  @Test
  void aMomentAtTheResetIsOfTheDay() {
    var account = open().imposed(flattenAt("2026-01-04T23:00:00Z"));
    assertThat(account.tick().facts().flattenMissed()).isTrue();
  }

  @Test
  void thatItWasMissedIsToldUntilTheReset() {
    var account = holdingAt("2026-01-05T14:01:01").startOfDay("50000", "2026-01-06");
    assertThat(account.at("2026-01-05T16:59:59").tick().facts().flattenMissed()).isTrue();
    assertThat(account.tick().facts().flattenMissed()).isFalse();
  }

  @Test
  void theResetEndsItsLatch() {
    var account = holdingAt(TIME).startOfDay("50000", "2026-01-06").at("2026-01-05T17:00").tick();
    account.expectNothingLatched();
  }

  @Test
  void oneEvaluationIsEnoughHoweverManyAPlanWants() {
    var account = risk(plan().conduct("evaluations", 3)).holding(holding("ES", 1));
    account.imposed(flattenAt("2026-01-05T20:00:00Z")).at(TIME).tick();
    account.expectLatched("flatten-timestamp");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T19:59:59.999Z, 2026-01-05T20:00:00Z",
    "2026-01-05T20:00:00Z,",
    "2026-01-05T20:00:01Z,"
  })
  void itIsTheNextMomentWhileItIsStillToCome(Instant now, @Nullable Instant next) {
    var reading = risk(plan()).imposed(flattenAt("2026-01-05T20:00:00Z")).reading();
    assertThat(Windows.next(reading, now)).isEqualTo(next);
  }

  @Test
  void withoutOneThereIsNoNextMoment() {
    assertThat(Windows.next(Reading.UNKNOWN, Instant.EPOCH)).isNull();
    var other = risk(plan()).imposed(Imposing.atBroker("dailyLossAutoLiq", "1000")).reading();
    assertThat(Windows.next(other, Instant.EPOCH)).isNull();
  }

  @Test
  void anotherMomentEndsNoOtherLatch() {
    var account = risk(plan().limit("dayLoss", Limited.to("1000"))).holding(holding("ES", 1));
    account.imposed(flattenAt("2026-01-05T20:00:00Z")).at(TIME).equity("49000");
    account.imposed(flattenAt("2026-01-05T20:30:00Z")).at("2026-01-05T14:30").tick();
    account.expectLatched("flatten-timestamp", "daily-loss");
    account.expectLatchings(3);
  }

  private static RiskCase open() {
    return risk(plan()).holding(holding("ES", 1));
  }

  private static RiskCase holdingAt(String at) {
    return open().imposed(flattenAt("2026-01-05T20:00:00Z")).tick().at(at).tick();
  }
}
