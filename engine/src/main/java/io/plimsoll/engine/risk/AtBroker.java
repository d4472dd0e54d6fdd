package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Restriction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The limits set for an account at the broker, beside those of its plan. A limit that the plan has
 * too is the plan's; the rest the broker enforces itself, and so do we where it does not.
 */
final class AtBroker {
  static final String WEAKENED = "settings-weakened/";
  static final String SUSPICIOUS = "suspicious-value/";

  private AtBroker() {}

  /** The plan, completed by what is set at the broker. */
  static Plan completed(Plan plan, @Nullable Imposed imposed) {
    if (imposed == null || (imposed.numbers().isEmpty() && imposed.flattenAt() == null)) {
      return plan;
    }
    var own = plan.limits();
    var brokers = new TreeSet<String>();
    brokers.add(Windows.FLATTEN);
    var trailing = orBrokers(own.trailing(), trailing(imposed), brokers, TrailingLimit.LIMIT);
    var dayLoss = own.dayLoss();
    var ladders = own.lossLadders();
    if (dayLoss == null && ladders.isEmpty()) {
      ladders = ladders(imposed);
      brokers.addAll(LossLimit.LIMITS);
    }
    var weekLoss =
        orBrokers(
            own.weekLoss(),
            limit(imposed, "weeklyLossAutoLiq", Until.WEEK_RESET),
            brokers,
            PeriodLimits.WEEK_LOSS);
    var dayProfit =
        orBrokers(
            own.dayProfit(),
            limit(imposed, "dailyProfitAutoLiq", Until.NEXT_RESET),
            brokers,
            PeriodLimits.DAY_PROFIT);
    var weekProfit =
        orBrokers(
            own.weekProfit(),
            limit(imposed, "weeklyProfitAutoLiq", Until.WEEK_RESET),
            brokers,
            PeriodLimits.WEEK_PROFIT);
    var margin = own.margin() == null ? margin(imposed) : own.margin();
    if (own.margin() == null && margin != null) {
      brokers.addAll(MarginLimit.LIMITS);
    }
    var all =
        new Limits(
            trailing,
            own.dayAnchor(),
            own.weekAnchor(),
            dayLoss,
            ladders,
            weekLoss,
            dayProfit,
            weekProfit,
            margin,
            own.liquidateOnlyLevel(),
            own.autoLiqLevel(),
            own.contracts(),
            own.consistency(),
            own.flatBy(),
            own.news());
    return plan.with(all, brokers);
  }

  private static <T> @Nullable T orBrokers(
      @Nullable T own, @Nullable T theirs, Set<String> brokers, String limit) {
    if (own == null && theirs != null) {
      brokers.add(limit);
      return theirs;
    }
    return own;
  }

  private static @Nullable TrailingDrawdown trailing(Imposed imposed) {
    var amount = imposed.number("trailingMaxDrawdown");
    if (amount == null) {
      return null;
    }
    var cap = imposed.number("trailingMaxDrawdownLimit");
    return new TrailingDrawdown(
        new Amount.Fixed(Money.of(amount)),
        imposed.endOfDay() ? TrailingDrawdown.Basis.BALANCE : TrailingDrawdown.Basis.EQUITY,
        imposed.endOfDay()
            ? new TrailingDrawdown.Moves.AtClose()
            : new TrailingDrawdown.Moves.AtTick(),
        cap == null
            ? new TrailingDrawdown.Cap.None()
            : new TrailingDrawdown.Cap.AtLevel(Money.of(cap)),
        Breach.AT_OR_BELOW,
        Restriction.LIQUIDATE_AND_LOCK,
        Until.A_PERSON);
  }

  private static List<LossLadder> ladders(Imposed imposed) {
    var ladders = new ArrayList<LossLadder>();
    add(ladders, imposed, "dailyLoss", value -> new Amount.Fixed(Money.of(value)));
    add(
        ladders,
        imposed,
        "dailyLossPercentage",
        value -> new Amount.Percent(value, Amount.Base.ANCHOR));
    return ladders;
  }

  private static void add(
      List<LossLadder> ladders, Imposed imposed, String name, Function<BigDecimal, Amount> amount) {
    var ladder =
        new LossLadder(
            rung(imposed, name + "Alert", amount),
            rung(imposed, name + "LiqOnly", amount),
            rung(imposed, name + "AutoLiq", amount),
            imposed.isLocked("doNotUnlock") ? Until.A_PERSON : Until.NEXT_RESET);
    if (ladder.alert() != null
        || ladder.liquidateOnly() != null
        || ladder.autoLiquidate() != null) {
      ladders.add(ladder);
    }
  }

  private static @Nullable Amount rung(
      Imposed imposed, String name, Function<BigDecimal, Amount> amount) {
    var value = imposed.number(name);
    return value == null ? null : amount.apply(value);
  }

  private static @Nullable PeriodLimit limit(Imposed imposed, String name, Until soft) {
    var amount = imposed.number(name);
    return amount == null
        ? null
        : new PeriodLimit(
            new Amount.Fixed(Money.of(amount)),
            Breach.AT_OR_BELOW,
            Restriction.LIQUIDATE_AND_LOCK,
            imposed.isLocked("doNotUnlock") ? Until.A_PERSON : soft);
  }

  private static @Nullable MarginLadder margin(Imposed imposed) {
    var ladder =
        new MarginLadder(
            imposed.number("marginPercentageAlert"),
            imposed.number("marginPercentageLiqOnly"),
            imposed.number("marginPercentageAutoLiq"));
    return ladder.alert() == null
            && ladder.liquidateOnly() == null
            && ladder.autoLiquidate() == null
        ? null
        : ladder;
  }

  /**
   * The broker's own trailing floor; null where it has none or its peak is not known.
   *
   * @param closed the peak of closes; the broker shows none of its own
   */
  static @Nullable Money floor(Reading reading, @Nullable Money closed) {
    var imposed = reading.imposed();
    var amount = imposed == null ? null : imposed.number("trailingMaxDrawdown");
    var peak = imposed != null && imposed.endOfDay() ? closed : reading.maxNetLiq();
    if (imposed == null || peak == null || amount == null) {
      return null;
    }
    var cap = imposed.number("trailingMaxDrawdownLimit");
    var line = peak.minus(Money.of(amount));
    return cap == null ? line : line.min(Money.of(cap));
  }

  /** What has become weaker in this session, and what looks like a mistake. */
  static RiskState watch(RiskState state, Reading reading) {
    var imposed = reading.imposed();
    if (imposed == null) {
      return state;
    }
    var before = state.history().strictest();
    var strictest = before == null ? imposed : before.stricter(imposed);
    var marks =
        state
            .marks()
            .signs(WEAKENED, imposed.weakerThan(strictest))
            .signs(SUSPICIOUS, imposed.suspicious());
    return strictest.equals(before)
        ? state.with(marks)
        : state.with(marks).with(state.history().withStrictest(strictest));
  }
}
