package io.plimsoll.config;

import io.plimsoll.engine.risk.Amount;
import io.plimsoll.engine.risk.LossLadder;
import io.plimsoll.engine.risk.MarginLadder;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.Plan;
import io.plimsoll.engine.risk.TrailingDrawdown;
import io.plimsoll.engine.risk.TrailingDrawdown.Cap;
import io.plimsoll.engine.risk.TrailingDrawdown.Moves;
import io.plimsoll.engine.risk.WithoutPrices;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a plan means, as one hash. Comments, quotes, the order of keys and defaults written out
 * change nothing; any number does. Accounts are held to a version durably, so the form below must
 * stay as it is: a new key may add a line only where it is given.
 */
final class PlanVersion {
  private static final int DIGITS = 12;

  private PlanVersion() {}

  static Plan stamp(Plan plan) {
    return new Plan(
        plan.name(),
        plan.accounts(),
        plan.start(),
        plan.session(),
        plan.trailingDrawdown(),
        plan.dailyLossLadder(),
        plan.marginUsed(),
        plan.liquidateOnlyLevel(),
        plan.warnAt(),
        plan.withoutPrices(),
        hash(canonical(plan)).substring(0, DIGITS));
  }

  static String canonical(Plan plan) {
    var text = new StringBuilder();
    line(text, "name", plan.name());
    var accounts = plan.accounts();
    line(text, "accounts.name", accounts.name());
    line(text, "accounts.ids", accounts.ids().isEmpty() ? null : new TreeSet<>(accounts.ids()));
    line(text, "accounts.autoLiqProfileId", accounts.autoLiqProfileId());
    line(text, "accounts.riskCategoryId", accounts.riskCategoryId());
    line(text, "start", plan.start() == null ? null : dollars(plan.start()));
    line(
        text,
        "session",
        "%s resets %s closes %s"
            .formatted(plan.session().zone(), plan.session().resets(), plan.session().closes()));
    line(text, "trailing-drawdown", trailing(plan.trailingDrawdown()));
    line(text, "daily-loss-ladder", ladder(plan.dailyLossLadder()));
    line(text, "margin-used", margin(plan.marginUsed()));
    line(text, "liquidate-only-level", plan.liquidateOnlyLevel().word());
    line(
        text,
        "warn-at",
        plan.warnAt().stream().map(p -> Written.plain(p).toPlainString()).toList());
    var withoutPrices = plan.withoutPrices();
    line(
        text,
        "without-prices",
        withoutPrices == WithoutPrices.UNKNOWN ? null : word(withoutPrices));
    return text.toString();
  }

  private static void line(StringBuilder text, String key, @Nullable Object value) {
    if (value != null) {
      text.append(key).append(": ").append(value).append('\n');
    }
  }

  private static @Nullable String trailing(@Nullable TrailingDrawdown trailing) {
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

  private static @Nullable String ladder(@Nullable LossLadder ladder) {
    return ladder == null
        ? null
        : "%s, %s, %s"
            .formatted(
                amount(ladder.alert()),
                amount(ladder.liquidateOnly()),
                amount(ladder.autoLiquidate()));
  }

  private static @Nullable String margin(@Nullable MarginLadder ladder) {
    return ladder == null
        ? null
        : "%s, %s, %s".formatted(ladder.alert(), ladder.liquidateOnly(), ladder.autoLiquidate());
  }

  private static String amount(@Nullable Amount amount) {
    return switch (amount) {
      case null -> "null";
      case Amount.Fixed(var money) -> dollars(money);
      case Amount.Percent(var percent, var of) ->
          Written.plain(percent).toPlainString() + "% of " + word(of);
    };
  }

  private static String dollars(Money money) {
    return money.toBigDecimal().toPlainString();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String hash(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
