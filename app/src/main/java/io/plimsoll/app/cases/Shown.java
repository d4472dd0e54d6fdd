package io.plimsoll.app.cases;

import io.plimsoll.engine.fact.AccountFigures;
import io.plimsoll.engine.fact.AccountRisk;
import io.plimsoll.engine.fact.Level;
import io.plimsoll.engine.shard.Rehearsed;
import io.plimsoll.engine.tradovate.entity.AdminAction;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the engine shows of an account, by the keys of {@code expect}. */
final class Shown {
  private final Rehearsed account;
  private final AccountFigures figures;
  private final AccountRisk states;
  private final Instant now;

  Shown(Rehearsed account, Instant now) {
    this.account = account;
    this.figures = account.figures();
    this.states = account.states();
    this.now = now;
  }

  /**
   * A number, a flag, a word, a date, names or counts; null for a number that was never known.
   *
   * @throws IllegalArgumentException for a key that no case can have
   */
  @Nullable Object of(String key) {
    return switch (key) {
      case "floor" -> figures.floor();
      case "room" -> figures.room();
      case "peak" -> figures.peak();
      case "ceiling" -> figures.ceiling() == null ? figures.highestFloor() : figures.ceiling();
      case "weekLoss" -> figures.weekLoss();
      case "dayLoss" -> figures.dayLoss();
      case "dayLossPercent" -> figures.dayLossPercent();
      case "marginUsed" -> figures.marginUsed();
      case "level" -> word(states.dayLoss().higher(states.margin()));
      case "floors.alert" -> figures.alertFloor();
      case "floors.liquidate-only" -> figures.liquidateOnlyFloor();
      case "floors.auto-liquidate" -> figures.autoLiquidateFloor();
      case "contracts.limit" -> figures.contractsAllowed();
      case "contracts.used" -> figures.contractsUsed();
      case "consistency.share" -> figures.consistencyShare();
      case "consistency.needed" -> figures.consistencyNeeded();
      case "consistency.short" -> figures.consistencyShort();
      case "consistency.applies" -> figures.consistencyShare() != null;
      case "consistency.passes" -> states.consistency() != Level.REACHED;
      case "breached" -> states.trailing() == Level.REACHED;
      case "triggered" -> !account.risk().latches().open().isEmpty();
      case "restriction" -> account.required().word();
      case "locked" -> isLocked();
      case "actions" -> sent();
      case "proposals" -> account.proposals();
      case "findings" -> account.findings();
      case "sessionDate" -> account.plan().session().sessionDate(now);
      case "dataQuality" -> word(states.quality());
      default -> throw new IllegalArgumentException("expect has no key " + key);
    };
  }

  private SortedMap<String, Integer> sent() {
    return new TreeMap<>(account.sent());
  }

  /** No order is taken any more, whoever wanted it so. */
  private boolean isLocked() {
    var action = account.view().adminAction();
    return action == AdminAction.LockTradingImmediately
        || action == AdminAction.LiquidateImmediately;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
