package io.plimsoll.app.cases;

import io.plimsoll.config.cases.Wanted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether what is shown is what was wanted, and how both are written. */
final class Comparison {
  private static final int CENTS = 2;
  private static final String UNKNOWN = "unknown";
  private static final String NONE = "none";

  private Comparison() {}

  static boolean isMet(Wanted wanted, @Nullable Object actual) {
    return switch (wanted) {
      case Wanted.Amount(var amount) -> isSame(amount, actual, Math.max(CENTS, amount.scale()));
      case Wanted.Percent(var percent) ->
          isSame(percent, actual, percent.scale() > 0 ? percent.scale() : CENTS);
      case Wanted.Quantity(var quantity) ->
          actual instanceof BigDecimal number && number.compareTo(quantity) == 0;
      case Wanted.Unknown() -> actual == null;
      case Wanted.Count(var count) -> Integer.valueOf(count).equals(actual);
      case Wanted.Flag(var flag) -> Boolean.valueOf(flag).equals(actual);
      case Wanted.Word(var word) -> word.equals(actual);
      case Wanted.Date(var date) -> date.equals(actual);
      case Wanted.Counts(var counts) -> counts.equals(actual);
      case Wanted.Names(var names) -> names.equals(actual);
    };
  }

  private static boolean isSame(BigDecimal wanted, @Nullable Object actual, int decimals) {
    return actual instanceof BigDecimal number
        && number.setScale(decimals, RoundingMode.HALF_UP).compareTo(wanted) == 0;
  }

  static String text(Wanted wanted) {
    return switch (wanted) {
      case Wanted.Amount(var amount) -> text(amount);
      case Wanted.Percent(var percent) -> text(percent);
      case Wanted.Quantity(var quantity) -> text(quantity);
      case Wanted.Unknown() -> UNKNOWN;
      case Wanted.Count(var count) -> text(count);
      case Wanted.Flag(var flag) -> text(flag);
      case Wanted.Word(var word) -> word;
      case Wanted.Date(var date) -> text(date);
      case Wanted.Counts(var counts) -> text(counts);
      case Wanted.Names(var names) -> text(names);
    };
  }

  static String text(@Nullable Object value) {
    return switch (value) {
      case null -> UNKNOWN;
      case BigDecimal number -> plain(number);
      case Set<?> names -> names.isEmpty() ? NONE : new TreeSet<>(names).toString();
      case Map<?, ?> counts -> counts.isEmpty() ? NONE : counts.toString().replace("=", ": ");
      default -> value.toString();
    };
  }

  /** As exact as it is, so that two numbers that differ are not written alike. */
  private static String plain(BigDecimal number) {
    var exact = number.stripTrailingZeros();
    return (exact.scale() < CENTS ? exact.setScale(CENTS) : exact).toPlainString();
  }
}
