package io.plimsoll.engine.shard;

import io.plimsoll.engine.risk.Facts;
import io.plimsoll.engine.risk.Floor;
import io.plimsoll.engine.risk.Money;
import io.plimsoll.engine.risk.RiskState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What the log says of an account's numbers: with each change of its state, and at DEBUG, for those
 * who watch, as its equity moves. {@code floor} is the highest floor, {@code limit} whose it is,
 * {@code room} equity less floor; all three are left out where no limit has a floor. One thread.
 */
public final class FiguresLog {
  public static final String NAME = "io.plimsoll.engine.figures";

  /** Of one account; ticks are many. */
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  private final Logger log;
  private final Map<Long, Told> told = new HashMap<>();

  private record Told(Money equity, Instant at) {}

  FiguresLog() {
    this(LoggerFactory.getLogger(NAME));
  }

  FiguresLog(Logger log) {
    this.log = log;
  }

  /**
   * @param watch as it was before, but for its reading
   * @param next its state from now on
   */
  void evaluated(Watch watch, RiskState next, Instant now) {
    if (!next.standsAs(watch.risk)) {
      var floors = floors(watch, next);
      line(log.atInfo().setMessage("state changed"), watch, next, floors)
          .addKeyValue("trailing", next.trailingLevel() + " " + next.trailingBand())
          .addKeyValue("dayLoss", next.dayLoss().word())
          .addKeyValue("margin", next.margin().word())
          .addKeyValue("signs", next.marks().signs())
          .addKeyValue("reached", next.latches().open().keySet())
          .log();
    } else if (log.isDebugEnabled() && isDue(watch, now)) {
      var floors = floors(watch, next);
      var line = line(log.atDebug().setMessage("account moved"), watch, next, floors);
      for (var floor : floors) {
        line = line.addKeyValue("floor." + floor.limit(), floor.level());
      }
      line.log();
    }
  }

  private boolean isDue(Watch watch, Instant now) {
    var equity = watch.now.equity();
    if (equity == null) {
      return false;
    }
    var before = told.get(watch.accountId);
    if (before != null
        && (equity.equals(before.equity())
            || Duration.between(before.at(), now).abs().compareTo(BETWEEN) < 0)) {
      return false;
    }
    told.put(watch.accountId, new Told(equity, now));
    return true;
  }

  private static List<Floor> floors(Watch watch, RiskState state) {
    return Facts.floors(watch.plan, state, watch.last);
  }

  private static LoggingEventBuilder line(
      LoggingEventBuilder begun, Watch watch, RiskState state, List<Floor> floors) {
    var equity = watch.last.equity();
    var line =
        begun
            .addKeyValue("account", watch.accountId)
            .addKeyValue("name", watch.name)
            .addKeyValue("plan", watch.plan.name())
            .addKeyValue("equity", equity);
    if (!floors.isEmpty() && equity != null) {
      var highest = floors.getFirst();
      line =
          line.addKeyValue("floor", highest.level())
              .addKeyValue("room", highest.room(equity))
              .addKeyValue("limit", highest.limit());
    }
    var figures = Facts.figures(watch.accountId, watch.plan, state, watch.last);
    return figures.ceiling() == null ? line : line.addKeyValue("ceiling", figures.ceiling());
  }
}
