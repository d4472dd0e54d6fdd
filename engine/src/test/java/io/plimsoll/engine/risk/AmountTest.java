package io.plimsoll.engine.risk;

import static io.plimsoll.engine.risk.Limited.dollars;
import static io.plimsoll.engine.risk.Limited.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.engine.risk.Amount.Base;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {
  private static final Money ANCHOR = Money.of(60_000);
  private static final Money START = Money.of(50_000);

  @ParameterizedTest
  @CsvSource({"ANCHOR, 1200", "START, 1000", "PEAK,"})
  void aPercentageIsTakenOfWhatItNames(Base of, @Nullable String dollars) {
    assertThat(Amount.dollars(percent("2", of), ANCHOR, START))
        .isEqualTo(dollars == null ? null : Money.of(dollars));
  }

  @Test
  void dollarsAreTakenOfNothing() {
    assertThat(Amount.dollars(dollars("700"), null, null)).isEqualTo(Money.of(700));
    assertThat(Amount.dollars(dollars("700"), Money.of(-1), Money.of(-1))).isEqualTo(Money.of(700));
  }

  @Test
  void noneIsNone() {
    assertThat(Amount.dollars(null, ANCHOR, START)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"0", "-1"})
  void aPercentageOfWhatIsNotPositiveDoesNotApply(String whole) {
    assertThat(Amount.dollars(percent("2", Base.ANCHOR), Money.of(whole), START)).isNull();
    assertThat(Amount.dollars(percent("2", Base.START), ANCHOR, Money.of(whole))).isNull();
  }

  @Test
  void aPercentageOfTheUnknownIsUnknown() {
    assertThat(Amount.dollars(percent("2", Base.ANCHOR), null, START)).isNull();
    assertThat(Amount.dollars(percent("2", Base.START), ANCHOR, null)).isNull();
  }

  @Test
  void itIsKnownWhatAPercentageIsTakenOf() {
    assertThat(Amount.isOf(percent("2", Base.ANCHOR), Base.ANCHOR)).isTrue();
    assertThat(Amount.isOf(percent("2", Base.START), Base.ANCHOR)).isFalse();
    assertThat(Amount.isOf(dollars("2"), Base.ANCHOR)).isFalse();
    assertThat(Amount.isOf(null, Base.ANCHOR)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0", "-0.01"})
  void neitherMayBeZeroOrLess(String amount) {
    assertThatThrownBy(() -> dollars(amount)).hasMessageContaining("must be positive");
    assertThatThrownBy(() -> percent(amount, Base.START)).hasMessageContaining(amount);
  }

  @Test
  void aTrailCannotBeAPercentageOfTheAnchor() {
    var trail = Trails.trail().percent("2", Base.ANCHOR).drawdown();
    assertThatThrownBy(() -> TrailingFloor.amount(trail, START, START))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Use start or peak");
  }
}
