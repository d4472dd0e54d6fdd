package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Limited.holding;
import static io.plimsoll.engine.risk.Plans.plan;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.fact.Restriction;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flat by 15:08, with a reset at 17:00. */
class WindowsTest {
  private static final String TIME = "2026-01-05T15:08";

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T15:07:59, false",
    "2026-01-05T15:08, true",
    "2026-01-05T16:59:59, true",
    "2026-01-05T17:00, false",
    "2026-01-06T15:07:59, false",
    "2026-01-06T15:08, true"
  })
  void nothingMayBeOpenFromItsTimeUntilTheReset(String at, boolean told) {
    assertThat(holdingAt(at).facts().flatBy()).isEqualTo(told);
  }

  @Test
  void itWantsTheAccountFlatAndNothingMore() {
    var latch = holdingAt(TIME).state().latches().flattening().orElseThrow();
    assertThat(latch.limit()).isEqualTo("flat-by");
    assertThat(latch.consequence()).isEqualTo(Restriction.FLATTEN);
    assertThat(latch.until()).isEqualTo(Until.NEXT_RESET);
  }

  @Test
  void anAccountThatIsFlatIsLeftAlone() {
    var account = risk(flatBy()).at(TIME).tick();
    assertThat(account.facts().flatBy()).isFalse();
    account.expectNothingLatched();
  }

  @Test
  void onceFlatNothingIsOpenAndWhatWasDoneKeepsItsNumber() {
    var account = holdingAt(TIME).holding().tick();
    assertThat(account.facts().flatBy()).isFalse();
    account.expectLatched("flat-by");
  }

  @Test
  void aPositionThatAppearsAgainIsToldAgainUnderTheSameNumber() {
    var account = holdingAt(TIME).holding().tick().holding(holding("ES", 1)).tick();
    assertThat(account.facts().flatBy()).isTrue();
    account.expectLatchings(1);
  }

  @Test
  void positionsThatAreUnknownChangeNothing() {
    assertThat(holdingAt(TIME).unknownHoldings().tick().facts().flatBy()).isTrue();
    var account = risk(flatBy()).unknownHoldings().at(TIME).tick();
    assertThat(account.facts().flatBy()).isFalse();
    account.expectNothingLatched();
  }

  @Test
  void thatPositionsAreUnknownDoesNotProlongIt() {
    var account = holdingAt(TIME).unknownHoldings().at("2026-01-05T17:00").tick();
    assertThat(account.facts().flatBy()).isFalse();
  }

  @Test
  void itsLatchEndsWithTheDay() {
    var account = holdingAt(TIME).startOfDay("50000", "2026-01-06").at("2026-01-05T17:00").tick();
    account.expectNothingLatched();
  }

  @Test
  void itsWordEndsWithTheLimit() {
    assertThat(holdingAt(TIME).held(plan()).tick().facts().flatBy()).isFalse();
  }

  @Test
  void oneEvaluationIsEnoughHoweverManyAPlanWants() {
    var account = risk(flatBy().conduct("evaluations", 3)).holding(holding("ES", 1));
    account.at(TIME).tick().expectLatched("flat-by");
  }

  @ParameterizedTest
  @CsvSource({
    "flat-by, true",
    "flatten-timestamp, true",
    "news-window/NFP, true",
    "daily-loss, false",
    "trailing-drawdown, false"
  })
  void itIsKnownWhichLimitsWantTheAccountFlatAndNoMore(String limit, boolean is) {
    assertThat(Windows.isOne(limit)).isEqualTo(is);
  }

  private static RiskCase holdingAt(String at) {
    return risk(flatBy()).tick().holding(holding("ES", 1)).at(at).tick();
  }

  private static Plans flatBy() {
    return plan().limit("flatBy", LocalTime.of(15, 8));
  }
}
