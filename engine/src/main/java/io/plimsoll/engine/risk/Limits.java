package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Restriction;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a plan. An absent limit does not hold.
 *
 * @param dayAnchor what the day's profit and loss is measured from; the week's likewise
 * @param lossLadders of the day's loss; of several the highest rung counts
 * @param liquidateOnlyLevel what follows when equity reaches the broker's {@code liqOnlyLevel}
 * @param autoLiqLevel what follows when equity reaches the broker's {@code autoLiqLevel}
 * @param flatBy the time of day from which positions must be zero until the next reset
 */
public record Limits(
    @Nullable TrailingDrawdown trailing,
    Anchor dayAnchor,
    Anchor weekAnchor,
    @Nullable PeriodLimit dayLoss,
    List<LossLadder> lossLadders,
    @Nullable PeriodLimit weekLoss,
    @Nullable PeriodLimit dayProfit,
    @Nullable PeriodLimit weekProfit,
    @Nullable MarginLadder margin,
    Restriction liquidateOnlyLevel,
    Restriction autoLiqLevel,
    @Nullable ContractLimits contracts,
    @Nullable Consistency consistency,
    @Nullable LocalTime flatBy,
    List<NewsWindow> news) {

  public static final Limits NONE =
      new Limits(
          null,
          Anchor.BALANCE,
          Anchor.BALANCE,
          null,
          List.of(),
          null,
          null,
          null,
          null,
          Restriction.NONE,
          Restriction.NONE,
          null,
          null,
          null,
          List.of());

  public Limits {
    lossLadders = List.copyOf(lossLadders);
    news = List.copyOf(news);
  }

  /** Whether some limit of the day is a percentage of its anchor. */
  boolean hasPercentOfDayAnchor() {
    return lossLadders.stream().anyMatch(ladder -> ladder.isOf(Amount.Base.ANCHOR))
        || (dayLoss != null && dayLoss.isOf(Amount.Base.ANCHOR))
        || (dayProfit != null && dayProfit.isOf(Amount.Base.ANCHOR));
  }

  boolean hasPercentOfWeekAnchor() {
    return (weekLoss != null && weekLoss.isOf(Amount.Base.ANCHOR))
        || (weekProfit != null && weekProfit.isOf(Amount.Base.ANCHOR));
  }

  /** Whether some limit is measured from the start balance. */
  boolean needStart() {
    return trailing != null
        || lossLadders.stream().anyMatch(ladder -> ladder.isOf(Amount.Base.START))
        || Stream.of(dayLoss, weekLoss, dayProfit, weekProfit)
            .anyMatch(limit -> limit != null && limit.isOf(Amount.Base.START))
        || (contracts != null && contracts.by() == ContractLimits.By.PROFIT);
  }

  /** Whether some limit of the day holds, so that its anchor matters. */
  boolean isDaily() {
    return dayLoss != null || !lossLadders.isEmpty() || dayProfit != null;
  }

  boolean isWeekly() {
    return weekLoss != null || weekProfit != null;
  }
}
