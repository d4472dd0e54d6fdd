package io.plimsoll.app.control;

import io.plimsoll.engine.fact.Restriction;
import io.plimsoll.engine.fact.Rung;
import io.plimsoll.engine.risk.Anchor;
import io.plimsoll.engine.risk.Limits;
import io.plimsoll.engine.risk.LossLadder;
import io.plimsoll.engine.risk.PeriodLimit;
import io.plimsoll.engine.risk.Until;
import io.plimsoll.engine.shard.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every limit that holds an account, where it came from and how it stands. */
final class LimitLines {
  private final Standing standing;
  private final Limits limits;
  private final Set<String> brokers;
  private final List<Line> lines = new ArrayList<>();

  /**
   * @param from {@code plan} or {@code broker}
   * @param then what follows when it is reached
   * @param until null where nothing follows
   * @param state such as {@code clear}, {@code near 90%}, {@code reached}
   */
  record Line(
      String limit, String from, String text, String then, @Nullable String until, String state) {}

  private LimitLines(Standing standing) {
    this.standing = standing;
    this.limits = standing.inForce().limits();
    this.brokers = standing.inForce().brokers();
  }

  static List<Line> of(Standing standing) {
    return new LimitLines(standing).all();
  }

  private List<Line> all() {
    var trailing = limits.trailing();
    if (trailing != null) {
      var text = LimitText.of(trailing);
      add("trailing-drawdown", text, trailing.consequence(), trailing.until(), trailing());
    }
    period("daily-loss", limits.dayLoss(), limits.dayAnchor());
    for (var ladder : limits.lossLadders()) {
      ladder(ladder);
    }
    period("weekly-loss", limits.weekLoss(), limits.weekAnchor());
    period("daily-profit", limits.dayProfit(), limits.dayAnchor());
    period("weekly-profit", limits.weekProfit(), limits.weekAnchor());
    margin();
    level("liquidate-only-level", limits.liquidateOnlyLevel(), "liqOnlyLevel");
    level("auto-liq-level", limits.autoLiqLevel(), "autoLiqLevel");
    rest();
    return lines;
  }

  private String trailing() {
    var band = standing.states().trailingBand();
    return standing.states().trailingSeeded()
        ? "seeded, " + LimitText.word(standing.states().trailing())
        : LimitText.word(standing.states().trailing()) + (band.isEmpty() ? "" : " " + band);
  }

  private void period(String name, @Nullable PeriodLimit limit, Anchor anchor) {
    if (limit != null) {
      var text = LimitText.of(limit, anchor);
      add(name, text, limit.consequence(), limit.until(), reached(name));
    }
  }

  private void ladder(LossLadder ladder) {
    var line =
        new Line(
            "daily-loss-ladder",
            from("daily-loss.auto-liquidate"),
            LimitText.of(ladder),
            "by rung",
            LimitText.word(ladder.until()),
            rung(standing.states().dayLoss()));
    lines.add(line);
  }

  private void margin() {
    var ladder = limits.margin();
    if (ladder != null) {
      lines.add(
          new Line(
              "margin-used",
              from("margin-used.auto-liquidate"),
              LimitText.of(ladder),
              "by rung",
              LimitText.word(Until.NEXT_RESET),
              rung(standing.states().margin())));
    }
  }

  private void level(String name, Restriction then, String vendor) {
    if (then != Restriction.NONE) {
      add(name, "the broker's " + vendor, then, Until.NEXT_RESET, reached(name));
    }
  }

  private void rest() {
    var contracts = limits.contracts();
    if (contracts != null) {
      var over = standing.states().contractsOver();
      var state = over.isEmpty() ? "clear" : "over: " + String.join(", ", over);
      var text = LimitText.of(contracts);
      add("max-contracts", text, contracts.consequence(), Until.NEXT_RESET, state);
    }
    var consistency = limits.consistency();
    if (consistency != null) {
      add(
          "consistency",
          "best day %s%% of the profit at most"
              .formatted(consistency.bestDay().stripTrailingZeros().toPlainString()),
          consistency.consequence(),
          Until.NEXT_RESET,
          LimitText.word(standing.states().consistency()));
    }
    var flatBy = limits.flatBy();
    if (flatBy != null) {
      var state = standing.states().flatBy() ? "reached" : "clear";
      add("flat-by", flatBy.toString(), Restriction.FLATTEN, Until.NEXT_RESET, state);
    }
    for (var window : limits.news()) {
      var state = standing.states().newsWindows().contains(window.name()) ? "reached" : "clear";
      var text = window.name() + ", " + window.from() + " to " + window.until();
      lines.add(new Line("news", "plan", text, "flatten", "its end", state));
    }
  }

  private void add(String name, String text, Restriction then, Until until, String state) {
    var ends = then == Restriction.NONE ? null : LimitText.word(until);
    var follows = then == Restriction.NONE ? "alert" : then.word();
    lines.add(new Line(name, from(name), text, follows, ends, state));
  }

  private String from(String limit) {
    return brokers.contains(limit) ? "broker" : "plan";
  }

  private String reached(String limit) {
    return standing.risk().isReached(limit) ? "reached" : "clear";
  }

  private static String rung(Rung rung) {
    return rung == Rung.NONE ? "clear" : rung.word();
  }
}
