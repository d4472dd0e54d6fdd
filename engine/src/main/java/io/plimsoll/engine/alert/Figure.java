package io.plimsoll.engine.alert;

import io.plimsoll.engine.fact.AccountFigures;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One figure of an account for people, such as {@code day loss 2.14 %}. */
final class Figure {
  private static final Set<String> PERCENTAGES =
      Set.of(
          "usedUp",
          "dayLossPercent",
          "dayLossAlert",
          "dayLossLiquidateOnly",
          "dayLossAutoLiquidate",
          "marginUsed",
          "marginAlert",
          "marginLiquidateOnly",
          "marginAutoLiquidate",
          "consistencyShare");

  private Figure() {}

  /** Empty when the rule names none, or it is unknown. */
  static Optional<String> text(@Nullable String property, @Nullable AccountFigures figures) {
    if (property == null || figures == null) {
      return Optional.empty();
    }
    return Arrays.stream(AccountFigures.class.getRecordComponents())
        .filter(component -> component.getName().equals(property))
        .findFirst()
        .flatMap(component -> Optional.ofNullable(read(component, figures)))
        .map(value -> text(property, value));
  }

  private static @Nullable BigDecimal read(RecordComponent component, AccountFigures figures) {
    try {
      return component.getAccessor().invoke(figures) instanceof BigDecimal number ? number : null;
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("AccountFigures is a public record", impossible);
    }
  }

  private static String text(String property, BigDecimal value) {
    var amount = String.format(Locale.ROOT, "%,.2f", value.setScale(2, RoundingMode.HALF_UP));
    return isPercent(property)
        ? words(property).replace(" percent", "") + " " + amount + " %"
        : words(property) + " " + amount;
  }

  private static boolean isPercent(String property) {
    return PERCENTAGES.contains(property);
  }

  private static String words(String property) {
    return property.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }
}
