package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Limited.holding;
import static io.plimsoll.engine.risk.RiskCase.risk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReadingTest {
  /** Every part known and unlike the others. */
  private static final Reading WHOLE =
      new Reading(
          Money.of(50_000),
          Money.of(300),
          Money.of(50_300),
          Money.of(12_000),
          Money.of(10_000),
          Money.of(9_000),
          Money.of(50_900),
          Money.of(49_500),
          Money.of(-700),
          LocalDate.of(2026, 1, 5),
          List.of(holding("ES", 2)),
          Imposing.atBroker("dailyLossAutoLiq", "1000"),
          false);

  @Test
  void openProfitIsWhatEquityHasBeyondTheBalance() {
    var reading = Reading.of(Money.of(50_000), Money.of(50_300));
    assertThat(reading.openPnl()).isEqualTo(Money.of(300));
    assertThat(reading.balance()).isEqualTo(Money.of(50_000));
    assertThat(reading.equity()).isEqualTo(Money.of(50_300));
    assertThat(reading).isEqualTo(Reading.UNKNOWN.orElse(reading));
  }

  @Test
  void withoutBothItIsUnknown() {
    assertThat(Reading.of(null, Money.of(50_300)).openPnl()).isNull();
    assertThat(Reading.of(Money.of(50_000), null).openPnl()).isNull();
    assertThat(Reading.of(null, null)).isEqualTo(Reading.UNKNOWN);
  }

  @Test
  void whileItIsNotSettledOnlyWhatIsOpenIsUnknown() {
    var without = Altered.with(Altered.with(WHOLE, "openPnl", null), "equity", null);
    assertThat(WHOLE.unsettled()).isEqualTo(without);
  }

  @Test
  void anotherOpenProfitMovesEquityWithIt() {
    var other = WHOLE.withOpenPnl(Money.of(-400));
    var expected = Altered.with(WHOLE, "openPnl", Money.of(-400));
    assertThat(other).isEqualTo(Altered.with(expected, "equity", Money.of(49_600)));
  }

  @Test
  void openProfitWithoutABalanceIsNoEquity() {
    var unknown = Altered.with(WHOLE, "balance", null);
    assertThat(unknown.withOpenPnl(Money.of(1))).isSameAs(unknown);
  }

  @Test
  void anotherMaximumChangesNothingElse() {
    assertThat(WHOLE.withMaximum(null)).isEqualTo(Altered.with(WHOLE, "maxNetLiq", null));
    assertThat(WHOLE.withMaximum(Money.of(1)))
        .isEqualTo(Altered.with(WHOLE, "maxNetLiq", Money.of(1)));
  }

  @Test
  void cashThatIsLeftOutIsInNeitherBalanceNorEquity() {
    var expected = Altered.with(WHOLE, "balance", Money.of(52_000));
    assertThat(WHOLE.without(Money.of(-2_000)))
        .isEqualTo(Altered.with(expected, "equity", Money.of(52_300)));
  }

  @Test
  void noCashIsLeftOutOfTheUnknown() {
    assertThat(Reading.UNKNOWN.without(Money.of(5))).isEqualTo(Reading.UNKNOWN);
    assertThat(WHOLE.without(Money.ZERO)).isSameAs(WHOLE);
  }

  @Test
  void otherPositionsChangeNothingElse() {
    var other = List.of(holding("NQ", -1));
    assertThat(WHOLE.withHoldings(other)).isEqualTo(Altered.with(WHOLE, "holdings", other));
  }

  @Test
  void afterAJumpOnlyThatIsSaid() {
    assertThat(WHOLE.afterJump()).isEqualTo(Altered.with(WHOLE, "jumped", true));
  }

  @Test
  void whatIsUnknownNowIsAsItWasLastKnown() {
    assertThat(Reading.UNKNOWN.orElse(WHOLE)).isEqualTo(WHOLE);
  }

  @Test
  void whatIsKnownNowCounts() {
    var earlier = Reading.of(Money.of(1), Money.of(2));
    assertThat(WHOLE.orElse(earlier)).isEqualTo(WHOLE);
  }

  @Test
  void aJumpIsOfNowAndNotOfBefore() {
    assertThat(Reading.UNKNOWN.orElse(WHOLE.afterJump()).jumped()).isFalse();
    assertThat(Reading.UNKNOWN.afterJump().orElse(WHOLE).jumped()).isTrue();
  }

  @Test
  void itIsKnownWhetherSomethingIsOpen() {
    assertThat(WHOLE.isOpen()).isTrue();
    assertThat(WHOLE.withHoldings(List.of()).isOpen()).isFalse();
    assertThat(Reading.UNKNOWN.isOpen()).isNull();
  }

  @Test
  void positionsAreThoseOfTheMoment() {
    var held = new ArrayList<>(List.of(holding("ES", 1)));
    var reading = WHOLE.withHoldings(held);
    held.clear();
    assertThat(reading.holdings()).containsExactly(holding("ES", 1));
    var kept = Objects.requireNonNull(reading.holdings());
    assertThatThrownBy(() -> kept.remove(0)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aPositionWithoutAPriceIsTold() {
    var account = risk(Plans.plan()).holding(new Holding("ESZ6", "ES", 1, false), holding("NQ", 1));
    assertThat(account.tick().facts().unpriced()).containsExactly("ESZ6");
    assertThat(account.unknownHoldings().tick().facts().unpriced()).containsExactly("ESZ6");
    account.holding(new Holding("ESZ6", "ES", 1, false).withPrice()).tick();
    assertThat(account.facts().unpriced()).isEmpty();
  }

  @Test
  void aPriceChangesNothingElseOfAPosition() {
    assertThat(new Holding("ESZ6", "ES", -3, false).withPrice())
        .isEqualTo(new Holding("ESZ6", "ES", -3, true));
  }
}
