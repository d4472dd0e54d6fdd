package io.plimsoll.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  private static final Money MOST = new Money(Long.MAX_VALUE);
  private static final Money LEAST = new Money(Long.MIN_VALUE);

  @ParameterizedTest
  @ValueSource(
      strings = {"0.00", "0.01", "-0.01", "50000.00", "0.000001", "5000.25", "-123456789.123456"})
  void comesBackExactlyAsItWasWritten(String amount) {
    assertThat(Money.of(amount).toBigDecimal()).isEqualTo(new BigDecimal(amount));
  }

  @Test
  void keepsTenthsOfACentThatABinaryNumberWouldLose() {
    assertThat(Money.of("0.1").plus(Money.of("0.2"))).isEqualTo(Money.of("0.3"));
  }

  @ParameterizedTest
  @CsvSource({"0.0000005, 0", "0.0000015, 2", "0.0000025, 2", "-0.0000015, -2"})
  void roundsTheSeventhDecimalHalfEven(String amount, long micros) {
    assertThat(Money.of(amount).micros()).isEqualTo(micros);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.00",
    "1.005, 1.01",
    "1.004999, 1.00",
    "-1.005, -1.01",
    "-0.004, 0.00",
    "49999.995, 50000.00",
    "1000000, 1000000.00"
  })
  void printsHalfUpToCents(String amount, String printed) {
    assertThat(Money.of(amount)).hasToString(printed);
  }

  @ParameterizedTest
  @CsvSource({"100, 100.00", "0, 0.00", "1200000, 1200000.00", "0.5, 0.50", "0.125, 0.125"})
  void showsAtLeastCentsAndNoMoreThanNeeded(String amount, String shown) {
    assertThat(Money.of(amount).toBigDecimal()).hasToString(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "5.25, 50, 262.5",
    "-5.25, 50, -262.5",
    "0.000001, 0.5, 0",
    "0.000003, 0.5, 0.000002",
    "0.25, 0.1, 0.025",
    "100000, 0.00001, 1",
    "9000000000, 1000, 9000000000000"
  })
  void multipliesPointsByTheValueOfAPoint(String points, String value, String product) {
    assertThat(Money.of(points).times(Money.of(value))).isEqualTo(Money.of(product));
  }

  @Test
  void refusesASumBeyondItsRange() {
    assertThatThrownBy(() -> MOST.plus(new Money(1))).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void refusesADifferenceBeyondItsRange() {
    assertThatThrownBy(() -> LEAST.minus(new Money(1))).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void refusesANegationBeyondItsRange() {
    assertThatThrownBy(LEAST::negate).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void refusesAProductBeyondItsRange() {
    assertThatThrownBy(() -> MOST.times(2)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void refusesAFractionalProductBeyondItsRange() {
    assertThatThrownBy(() -> MOST.times(Money.of("1.5"))).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void refusesAnAmountBeyondItsRange() {
    assertThatThrownBy(() -> Money.of("9223372036855")).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void refusesAWholeAmountBeyondItsRange() {
    assertThatThrownBy(() -> Money.of(9_223_372_036_855L)).isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "50000, 4, 2000",
    "102000, 6, 6120",
    "50000, 0.5, 250",
    "50000.01, 3.33, 1665.000333",
    "-50000, 4, -2000",
    "0, 4, 0"
  })
  void takesAPercentageExactly(String whole, String percent, String part) {
    assertThat(Money.of(whole).percent(new BigDecimal(percent))).isEqualTo(Money.of(part));
  }

  @ParameterizedTest
  @CsvSource({
    "2000, 50000, 4.000000",
    "1, 3, 33.333333",
    "2, 3, 66.666667",
    "-500, 2000, -25.000000",
    "0.01, 50000, 0.000020"
  })
  void tellsAPercentageToSixDecimals(String part, String whole, String percent) {
    assertThat(Money.of(part).percentOf(Money.of(whole))).isEqualTo(new BigDecimal(percent));
  }

  @ParameterizedTest
  @CsvSource({"1, 2, true, true", "2, 2, false, true", "3, 2, false, false"})
  void knowsBelowFromAtMost(String amount, String line, boolean below, boolean atMost) {
    var money = Money.of(amount);
    assertThat(money.isBelow(Money.of(line))).isEqualTo(below);
    assertThat(money.isAtMost(Money.of(line))).isEqualTo(atMost);
  }

  @Test
  void isOrderedByAmount() {
    assertThat(Money.of("-1")).isLessThan(Money.ZERO);
    assertThat(Money.of("0.01")).isGreaterThan(Money.ZERO);
  }

  @Test
  void findsTheGreaterAndTheLess() {
    assertThat(Money.of(1).max(Money.of(2))).isEqualTo(Money.of(2));
    assertThat(Money.of(1).min(Money.of(2))).isEqualTo(Money.of(1));
  }

  @Test
  void zeroIsNotPositive() {
    assertThat(Money.ZERO.isPositive()).isFalse();
    assertThat(Money.ZERO.isZero()).isTrue();
  }
}
