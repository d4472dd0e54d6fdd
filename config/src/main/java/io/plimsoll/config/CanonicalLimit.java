package io.plimsoll.config;

import io.plimsoll.engine.risk.Amount;
import io.plimsoll.engine.risk.Consistency;
import io.plimsoll.engine.risk.ContractLimits;
import io.plimsoll.engine.risk.LossLadder;
import io.plimsoll.engine.risk.MarginLadder;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.NewsWindow;
import io.plimsoll.engine.risk.PeriodLimit;
import io.plimsoll.engine.risk.TrailingDrawdown;
import io.plimsoll.engine.risk.TrailingDrawdown.Cap;
import io.plimsoll.engine.risk.TrailingDrawdown.Moves;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one limit means, on one line; null where there is none. See {@link Canonical}. */
final class CanonicalLimit {
  private CanonicalLimit() {}

  static @Nullable String trailing(@Nullable TrailingDrawdown trailing) {
    return trailing == null
        ? null
        : "%s of %s moves %s cap %s when %s then %s until %s"
            .formatted(
                amount(trailing.amount()),
                word(trailing.basis()),
                moves(trailing.moves()),
                cap(trailing.cap()),
                word(trailing.breach()),
                trailing.consequence().word(),
                word(trailing.until()));
  }

  private static String moves(Moves moves) {
    return switch (moves) {
      case Moves.AtTick() -> "tick";
      case Moves.AtClose() -> "close";
      case Moves.AtClock(var time) -> time.toString();
      case Moves.Never() -> "never";
    };
  }

  private static String cap(Cap cap) {
    return switch (cap) {
      case Cap.None() -> "none";
      case Cap.AtStart(var offset) -> "start + " + dollars(offset);
      case Cap.AtLevel(var level) -> dollars(level);
      case Cap.FreezeAt(var milestone) -> "freeze at " + dollars(milestone);
    };
  }

  static String ladder(LossLadder ladder) {
    return "%s, %s, %s"
        .formatted(
            amount(ladder.alert()), amount(ladder.liquidateOnly()), amount(ladder.autoLiquidate()));
  }

  static @Nullable String margin(@Nullable MarginLadder ladder) {
    return ladder == null
        ? null
        : "%s, %s, %s".formatted(ladder.alert(), ladder.liquidateOnly(), ladder.autoLiquidate());
  }

  static @Nullable String period(@Nullable PeriodLimit limit) {
    if (limit == null) {
      return null;
    }
    var steps =
        limit.steps().stream()
            .map(step -> " from %s %s".formatted(dollars(step.from()), amount(step.amount())))
            .collect(Collectors.joining());
    return "%s%s%s when %s on %s then %s until %s"
        .formatted(
            amount(limit.amount()),
            steps,
            limit.stepsAtOnce() ? " at once" : "",
            word(limit.breach()),
            limit.realized() ? "realized" : "equity",
            limit.consequence().word(),
            word(limit.until()));
  }

  static @Nullable String contracts(@Nullable ContractLimits limits) {
    if (limits == null) {
      return null;
    }
    var text = new StringBuilder("overall ").append(limits.overall());
    new TreeMap<>(limits.products()).forEach((name, most) -> add(text, name, most));
    new TreeMap<>(limits.groups())
        .forEach((name, group) ->
            add(text, name + " of " + new TreeSet<>(group.products()), group.most()));
    // Where a micro counts whole, it does not matter which those are.
    if (limits.microWeight().compareTo(BigDecimal.ONE) != 0) {
      add(text, "micros " + new TreeSet<>(limits.micros()), limits.microWeight());
    }
    if (!limits.bands().isEmpty()) {
      text.append(", by ").append(word(limits.by())).append(limits.atClose() ? " at close" : "");
      limits.bands().forEach(band -> add(text, "from " + dollars(band.from()), band.most()));
    }
    return text.append(" then ").append(limits.consequence().word()).toString();
  }

  private static void add(StringBuilder text, String what, BigDecimal number) {
    text.append(", ").append(what).append(' ').append(number.toPlainString());
  }

  static @Nullable String consistency(@Nullable Consistency limit) {
    return limit == null
        ? null
        : "%s%% passes %s then %s"
            .formatted(
                limit.bestDay().toPlainString(), word(limit.passes()), limit.consequence().word());
  }

  static String window(NewsWindow window) {
    return "%s to %s of %s, %s"
        .formatted(window.from(), window.until(), new TreeSet<>(window.products()), window.name());
  }

  private static String amount(@Nullable Amount amount) {
    return switch (amount) {
      case null -> "null";
      case Amount.Fixed(var money) -> dollars(money);
      case Amount.Percent(var percent, var of) ->
          Written.plain(percent).toPlainString() + "% of " + word(of);
    };
  }

  static String dollars(Money money) {
    return money.toBigDecimal().toPlainString();
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
