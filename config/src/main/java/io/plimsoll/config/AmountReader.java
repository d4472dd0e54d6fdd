package io.plimsoll.config;

import io.plimsoll.engine.risk.Amount;
import io.plimsoll.engine.risk.Money;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Dollars, and percentages of something: {@code 2000}, {@code 4% of start}. */
final class AmountReader {
  private static final Pattern DOLLARS = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");
  private static final Pattern PERCENT_OF = Pattern.compile("([\\d.]+\\s*%)\\s+of\\s+(\\S+)");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Map<String, Amount.Base> BASES =
      Map.of("start", Amount.Base.START, "peak", Amount.Base.PEAK, "anchor", Amount.Base.ANCHOR);

  private AmountReader() {}

  /** Dollars above zero, to the sixth decimal; more digits are refused, not rounded. */
  static Money dollars(String text) {
    if (!DOLLARS.matcher(text.strip()).matches()) {
      throw new NotReadable(
          "is not an amount. Write digits, with a point before cents and no commas or signs,"
              + " such as 2000 or 2000.50.");
    }
    var money = Money.of(text.strip());
    if (!money.isPositive()) {
      throw new NotReadable("must be above zero. Leave the key out for no limit.");
    }
    return money;
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

  static void warnOfFraction(Value value, Amount amount) {
    if (amount instanceof Amount.Percent(var percent, var _)) {
      warnOfFraction(value, percent);
    }
  }
}
