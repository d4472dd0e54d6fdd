package io.plimsoll.config;

import io.plimsoll.engine.risk.Amount;
import io.plimsoll.engine.risk.Money;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Dollars, and percentages of something: {@code 2000}, {@code 4% of start}. */
final class AmountReader {
  private static final Pattern DOLLARS = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");
  private static final Pattern LEVEL = Pattern.compile("-?" + DOLLARS.pattern());
  private static final Pattern PERCENT_OF = Pattern.compile("([\\d.]+\\s*%)\\s+of\\s+(\\S+)");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Map<String, Amount.Base> BASES =
      Map.of("start", Amount.Base.START, "peak", Amount.Base.PEAK, "anchor", Amount.Base.ANCHOR);

  private AmountReader() {}

  /** Dollars above zero, to the sixth decimal; more digits are refused, not rounded. */
  static Money dollars(String text) {
    var money = dollarsOrNone(text);
    if (!money.isPositive()) {
      throw new NotReadable("must be above zero. Leave the key out for no limit.");
    }
    return money;
  }

  /** As {@link #dollars}, and nothing at all is an amount too. */
  static Money dollarsOrNone(String text) {
    return Money.of(requireDollars(text));
  }

  /** A balance or an equity to be compared with: it may be zero or below. */
  static Money level(String text) {
    if (!LEVEL.matcher(text.strip()).matches()) {
      throw new NotReadable("is not a level of money. Write digits, such as 50100 or -2000.");
    }
    return Money.of(text.strip());
  }

  private static String requireDollars(String text) {
    if (!DOLLARS.matcher(text.strip()).matches()) {
      throw new NotReadable(
          "is not an amount. Write digits, with a point before cents and no commas or signs,"
              + " such as 2000 or 2000.50.");
    }
    return text.strip();
  }

  /** Dollars, or a percentage of one of the given. */
  static Function<String, Amount> of(Set<Amount.Base> allowed) {
    var bases =
        BASES.keySet().stream().filter(word -> allowed.contains(BASES.get(word))).sorted().toList();
    var wayOut = "Write dollars, or a percentage of %s.".formatted(String.join(" or ", bases));
    return text -> {
      var matcher = PERCENT_OF.matcher(text.strip());
      if (matcher.matches()) {
        var base = BASES.get(matcher.group(2));
        if (base == null) {
          throw new NotReadable(
              "is a percentage of something unknown. %s%s"
                  .formatted(wayOut, Nearest.maybe(matcher.group(2), bases)));
        }
        if (!allowed.contains(base)) {
          throw new NotReadable(
              "does not go with this limit: it cannot follow the %s. %s"
                  .formatted(matcher.group(2), wayOut));
        }
        return new Amount.Percent(share(matcher.group(1)), base);
      }
      if (text.contains("%")) {
        throw new NotReadable("does not say of what. %s".formatted(wayOut));
      }
      return new Amount.Fixed(dollars(text));
    };
  }

  /** Above 0 and below 100. */
  static BigDecimal share(String text) {
    var percent = Written.percent(text);
    if (percent.signum() == 0 || percent.compareTo(HUNDRED) >= 0) {
      throw new NotReadable("must lie between 0% and 100%.");
    }
    return percent;
  }

  /** A fraction written where a percentage is meant would make a limit a hundred times stricter. */
  static void warnOfFraction(Value value, BigDecimal percent) {
    if (percent.compareTo(BigDecimal.ONE) < 0) {
      value.warning(
          "%s is %s%%, less than one hundredth. Percentages go from 0 to 100: is it meant?"
              .formatted(value.name(), percent.toPlainString()));
    }
  }

  /** What cannot be meant, though it can be read. */
  static void check(Value value, Amount amount, Optional<Money> start) {
    if (amount instanceof Amount.Percent(var percent, var of)) {
      warnOfFraction(value, percent);
      if (of == Amount.Base.START && start.isPresent() && start.get().isZero()) {
        value.problem(
            "%s is a percentage of start, and start is 0. Write dollars.".formatted(value.name()));
      }
    }
  }

  /**
   * What may be lost is less than what there is; of an account funded from zero nothing is known.
   */
  static void checkBelowStart(Value value, Amount amount, Optional<Money> start) {
    if (amount instanceof Amount.Fixed(var money)
        && start.filter(Money::isPositive).isPresent()
        && !money.isBelow(start.get())) {
      value.problem(
          "%s (%s) must be below start (%s).".formatted(value.name(), money, start.get()));
    }
  }

  /** Of a percentage of the start or of a first peak; empty while that is unknown. */
  static Optional<Money> atStart(Amount amount, Optional<Money> start) {
    return switch (amount) {
      case Amount.Fixed(var money) -> Optional.of(money);
      case Amount.Percent(var percent, var of) ->
          switch (of) {
            case START, PEAK -> start.filter(Money::isPositive).map(s -> s.percent(percent));
            case ANCHOR -> Optional.empty();
          };
    };
  }
}
