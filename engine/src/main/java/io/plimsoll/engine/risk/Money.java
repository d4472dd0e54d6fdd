package io.plimsoll.engine.risk;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An amount or a price, exact in steps of 0.000001, as a fixed-point number. Arithmetic that leaves
 * the range of a {@code long} throws {@link ArithmeticException}.
 */
public record Money(long micros) implements Comparable<Money> {
  public static final Money ZERO = new Money(0);
  private static final long SCALE = 1_000_000;
  private static final BigInteger BIG_SCALE = BigInteger.valueOf(SCALE);

  /** Digits beyond the sixth decimal are rounded half-even; no broker sends them. */
  public static Money of(BigDecimal amount) {
    return new Money(amount.setScale(6, RoundingMode.HALF_EVEN).unscaledValue().longValueExact());
  }

  public static Money of(String amount) {
    return of(new BigDecimal(amount));
  }

  public static Money of(long whole) {
    return new Money(Math.multiplyExact(whole, SCALE));
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(micros, other.micros));
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(micros, other.micros));
  }

  public Money negate() {
    return new Money(Math.negateExact(micros));
  }

  public Money times(long factor) {
    return new Money(Math.multiplyExact(micros, factor));
  }

  /** The product of two fixed-point numbers, such as points and the value of a point. */
  public Money times(Money factor) {
    if (factor.micros % SCALE == 0) {
      return times(factor.micros / SCALE);
    }
    var exact = BigInteger.valueOf(micros).multiply(BigInteger.valueOf(factor.micros));
    var rounded =
        new BigDecimal(exact).divide(new BigDecimal(BIG_SCALE), 0, RoundingMode.HALF_EVEN);
    return new Money(rounded.longValueExact());
  }

  /** This amount times a percentage from 0 to 100. */
  public Money percent(BigDecimal percent) {
    return of(toBigDecimal().multiply(percent).movePointLeft(2));
  }

  /** This amount as a percentage of a positive whole, to six decimals. */
  public BigDecimal percentOf(Money whole) {
    return toBigDecimal().movePointRight(2).divide(whole.toBigDecimal(), 6, RoundingMode.HALF_EVEN);
  }

  public Money max(Money other) {
    return micros >= other.micros ? this : other;
  }

  public Money min(Money other) {
    return micros <= other.micros ? this : other;
  }

  public boolean isPositive() {
    return micros > 0;
  }

  public boolean isZero() {
    return micros == 0;
  }

  public boolean isBelow(Money other) {
    return micros < other.micros;
  }

  public boolean isAtMost(Money other) {
    return micros <= other.micros;
  }

  /** Exact, without trailing zeros beyond the cents. */
  public BigDecimal toBigDecimal() {
    var exact = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
    return exact.scale() < 2 ? exact.setScale(2) : exact;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(micros, other.micros);
  }

  /** For people: rounded half-up to cents. Never compared. */
  @Override
  public String toString() {
    return BigDecimal.valueOf(micros, 6).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
