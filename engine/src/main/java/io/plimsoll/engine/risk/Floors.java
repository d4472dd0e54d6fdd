package io.plimsoll.engine.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The floors of an account: of its trail, its losses, and the broker's levels. */
final class Floors {
  private final Plan plan;
  private final Limits limits;
  private final RiskState state;
  private final Reading last;
  private final List<Floor> floors = new ArrayList<>();

  private Floors(Plan plan, RiskState state, Reading last) {
    this.plan = plan;
    this.limits = plan.limits();
    this.state = state;
    this.last = last;
  }

  /** As {@link Facts#floors}. */
  static List<Floor> of(Plan own, RiskState state, Reading last) {
    return new Floors(AtBroker.completed(own, last.imposed()), state, last).highestFirst();
  }

  private List<Floor> highestFirst() {
    var trailing = state.trailing();
    if (trailing != null && (limits.trailing() != null || state.isReached(TrailingLimit.LIMIT))) {
      floors.add(new Floor(TrailingLimit.LIMIT, trailing.floor()));
    }
    rung(LossLimit.ALERT, LossLadder::alert);
    rung(LossLimit.LIQUIDATE_ONLY, LossLadder::liquidateOnly);
    rung(LossLimit.AUTO_LIQUIDATE, LossLadder::autoLiquidate);
    loss(PeriodLimits.DAY_LOSS, limits.dayLoss(), state.day());
    loss(PeriodLimits.WEEK_LOSS, limits.weekLoss(), state.week());
    level(BrokerLevel.LIQUIDATE_ONLY, last.liqOnlyLevel());
    level(BrokerLevel.AUTO_LIQ, last.autoLiqLevel());
    floors.sort(Comparator.comparing(Floor::level).reversed());
    return List.copyOf(floors);
  }

  private void rung(String limit, Function<LossLadder, @Nullable Amount> rung) {
    below(limit, state.dayAnchor(), LossLimit.line(plan, rung, state));
  }

  /** A loss of what is realized is no matter of equity. */
  private void loss(String name, @Nullable PeriodLimit limit, @Nullable Period period) {
    if (limit != null && period != null && !limit.realized()) {
      below(name, period.anchor(), PeriodLimits.line(limit, period, state, last));
    }
  }

  private void below(String limit, @Nullable Money anchor, @Nullable Money loss) {
    if (anchor != null && loss != null) {
      floors.add(new Floor(limit, anchor.minus(loss)));
    }
  }

  private void level(String limit, @Nullable Money level) {
    if (level != null && level.isPositive()) {
      floors.add(new Floor(limit, level));
    }
  }
}
