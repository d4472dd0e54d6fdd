package io.plimsoll.app.control;

import io.plimsoll.engine.risk.Amount;
import io.plimsoll.engine.risk.Anchor;
import io.plimsoll.engine.risk.ContractLimits;
import io.plimsoll.engine.risk.LossLadder;
import io.plimsoll.engine.risk.MarginLadder;
import io.plimsoll.engine.risk.PeriodLimit;
import io.plimsoll.engine.risk.TrailingDrawdown;
import io.plimsoll.engine.risk.TrailingDrawdown.Cap;
import io.plimsoll.engine.risk.TrailingDrawdown.Moves;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Limits in the words of a plan, for people. */
final class LimitText {
  private LimitText() {}

  static String of(TrailingDrawdown limit) {
    var fixed = limit.fixed();
    var basis = word(limit.basis());
    var line =
        fixed != null
            ? "floor at " + fixed
            : amount(limit.amount())
                + switch (limit.moves()) {
                  case Moves.Never() -> " below the start";
                  case Moves.AtTick() -> " below the highest " + basis;
                  case Moves.AtClose() -> " below the highest " + basis + " at a close";
                  case Moves.AtClock(var time) -> " below the highest " + basis + " at " + time;
                };
    return line
        + switch (limit.cap()) {
          case Cap.None() -> "";
          case Cap.AtStart(var offset) ->
              offset.isZero() ? ", stops at the start" : ", stops at the start + " + offset;
          case Cap.AtLevel(var level) -> ", stops at " + level;
          case Cap.FreezeAt(var milestone) -> ", frozen at " + milestone;
        };
  }

  static String of(PeriodLimit limit, Anchor anchor) {
    var text = new StringBuilder(amount(limit.amount()));
    text.append(" from the ").append(word(anchor));
    if (limit.realized()) {
      text.append(", realized only");
    }
    for (var step : limit.steps()) {
      text.append(", ").append(amount(step.amount())).append(" from ").append(step.from());
    }
    return text.toString();
  }

  static String of(LossLadder ladder) {
    return rungs(text(ladder.alert()), text(ladder.liquidateOnly()), text(ladder.autoLiquidate()));
  }

  static String of(MarginLadder ladder) {
    return rungs(
        percent(ladder.alert()), percent(ladder.liquidateOnly()), percent(ladder.autoLiquidate()));
  }

  static String of(ContractLimits limits) {
    var parts = new ArrayList<String>();
    if (limits.overall() != null) {
      parts.add(limits.overall().toPlainString() + " overall");
    }
    limits.bands().forEach(band -> parts.add(band.most().toPlainString() + " from " + band.from()));
    new TreeMap<>(limits.products())
        .forEach((product, most) -> parts.add(most.toPlainString() + " " + product));
    new TreeMap<>(limits.groups())
        .forEach((name, group) -> parts.add(group.most().toPlainString() + " " + name));
    return String.join(", ", parts);
  }

  private static String rungs(
      @Nullable String alert, @Nullable String liquidateOnly, @Nullable String autoLiquidate) {
    var parts = new ArrayList<String>();
    add(parts, "alert", alert);
    add(parts, "liquidate-only", liquidateOnly);
    add(parts, "auto-liquidate", autoLiquidate);
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, String rung, @Nullable String at) {
    if (at != null) {
      parts.add(rung + " " + at);
    }
  }

  private static @Nullable String text(@Nullable Amount amount) {
    return amount == null ? null : amount(amount);
  }

  private static @Nullable String percent(@Nullable BigDecimal percent) {
    return percent == null ? null : percent.stripTrailingZeros().toPlainString() + "%";
  }

  private static String amount(Amount amount) {
    return switch (amount) {
      case Amount.Fixed(var money) -> money.toString();
      case Amount.Percent(var percent, var of) -> percent(percent) + " of " + word(of);
    };
  }

  /** As plans write it, such as {@code day-peak}. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
