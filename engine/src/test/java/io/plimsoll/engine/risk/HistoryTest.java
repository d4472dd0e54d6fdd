package io.plimsoll.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each change leaves everything else as it was. */
class HistoryTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  /** Every part known and unlike the others. */
  private static final History WHOLE =
      new History(
          new TreeMap<>(Map.of(DAY, Money.of(1))),
          Money.of(2),
          Money.of(3),
          DAY.plusDays(1),
          Imposing.atBroker("dailyLossAutoLiq", "1000"),
          Money.of(4),
          Money.of(5),
          Money.of(6),
          DAY.plusDays(2),
          Money.of(7),
          new BigDecimal(8),
          Instant.ofEpochSecond(9),
          Instant.ofEpochSecond(10),
          true,
          Money.of(11));

  @Test
  void aDayIsAddedToThoseBefore() {
    var days = new TreeMap<>(Map.of(DAY, Money.of(1), DAY.plusDays(1), Money.of(-20)));
    assertThat(WHOLE.withDay(DAY.plusDays(1), Money.of(-20)))
        .isEqualTo(Altered.with(WHOLE, "days", days));
  }

  @Test
  void ofMoreThanFourHundredDaysTheOldestIsForgotten() {
    var history = History.NONE;
    for (int day = 0; day < 401; day++) {
      history = history.withDay(DAY.plusDays(day), Money.of(day));
      assertThat(history.days()).hasSize(Math.min(day + 1, 400));
    }
    assertThat(history.days().firstKey()).isEqualTo(DAY.plusDays(1));
    assertThat(history.days().lastKey()).isEqualTo(DAY.plusDays(400));
  }

  @Test
  void aDayBeginsWithTheHighestBalanceOfAllThatBegan() {
    var begun = Altered.with(Altered.with(WHOLE, "resetEquity", null), "resetOf", null);
    assertThat(WHOLE.begun(Money.of(1))).isEqualTo(begun);
    assertThat(WHOLE.begun(Money.of(2))).isEqualTo(begun);
    assertThat(WHOLE.begun(Money.of(3))).isEqualTo(Altered.with(begun, "earned", Money.of(3)));
    assertThat(WHOLE.begun(null)).isEqualTo(begun);
    assertThat(History.NONE.begun(Money.of(-1)).earned()).isEqualTo(Money.of(-1));
    assertThat(History.NONE.begun(null).earned()).isNull();
  }

  @Test
  void aDayEndsWithAnEquity() {
    var ended = Altered.with(WHOLE, "resetEquity", Money.of(99));
    assertThat(WHOLE.ended(DAY, Money.of(99))).isEqualTo(Altered.with(ended, "resetOf", DAY));
  }

  @Test
  void theStrictestIsReplaced() {
    assertThat(WHOLE.withStrictest(null)).isEqualTo(Altered.with(WHOLE, "strictest", null));
    assertThat(WHOLE.withStrictest(Imposed.NOTHING).strictest()).isEqualTo(Imposed.NOTHING);
  }

  @Test
  void anEvaluationIsRemembered() {
    var evaluated = Altered.with(WHOLE, "balance", Money.of(99));
    assertThat(WHOLE.evaluated(Money.of(99), Money.of(98)))
        .isEqualTo(Altered.with(evaluated, "equity", Money.of(98)));
  }

  @Test
  void aMaximumIsOfItsTradeDate() {
    var seen = Altered.with(WHOLE, "maximum", Money.of(99));
    assertThat(WHOLE.withMaximum(Money.of(99), DAY))
        .isEqualTo(Altered.with(seen, "maximumOf", DAY));
  }

  @Test
  void aMaximumThatIsStaleIsNoMaximumAnyMore() {
    var stale = Altered.with(WHOLE, "staleMaximum", Money.of(6));
    var none = Altered.with(Altered.with(stale, "maximum", null), "maximumOf", null);
    assertThat(WHOLE.withStaleMaximum()).isEqualTo(none);
    assertThat(none.withStaleMaximum()).isEqualTo(none);
  }

  @Test
  void aBandIsOfItsClose() {
    var banded = Altered.with(WHOLE, "mostContracts", BigDecimal.TWO);
    assertThat(WHOLE.withBand(BigDecimal.TWO, Instant.EPOCH))
        .isEqualTo(Altered.with(banded, "bandSince", Instant.EPOCH));
  }

  @Test
  void aFlattenTimeIsDealtWith() {
    assertThat(WHOLE.withFlattened(Instant.EPOCH))
        .isEqualTo(Altered.with(WHOLE, "flattened", Instant.EPOCH));
  }

  @Test
  void aResetIsSuspectedOrNot() {
    assertThat(WHOLE.suspecting(true)).isEqualTo(WHOLE);
    var over = Altered.with(WHOLE, "resetSuspected", false);
    assertThat(WHOLE.suspecting(false)).isEqualTo(Altered.with(over, "leftOut", null));
  }

  @Test
  void whatASuspectedResetLeavesOutAddsUp() {
    assertThat(WHOLE.suspecting(Money.of(5)))
        .isEqualTo(Altered.with(WHOLE, "leftOut", Money.of(16)));
    assertThat(History.NONE.suspecting(Money.of(5)).leftOut()).isEqualTo(Money.of(5));
  }

  @Test
  void profitsOfTheDaysBeforeTakeTheirDates() {
    var state = RiskState.FIRST_SEEN.with(WHOLE);
    var earned = state.earned(List.of(Money.of(11), Money.of(12)), DAY);
    var days =
        new TreeMap<>(Map.of(DAY.minusDays(2), Money.of(11), DAY.minusDays(1), Money.of(12)));
    assertThat(earned.history()).isEqualTo(Altered.with(WHOLE, "days", days));
  }

  @Test
  void nobodyCanAddADayFromOutside() {
    var days = WHOLE.days();
    assertThatThrownBy(() -> days.remove(DAY)).isInstanceOf(UnsupportedOperationException.class);
  }
}
