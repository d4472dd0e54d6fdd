package io.plimsoll.engine.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account that some days come to, with what the shard would keep of it. */
final class AnyAccount {
  private static final Money NOMINAL = Money.of(50_000);

  private RiskState state = RiskState.FIRST_SEEN;
  private Reading last = Reading.UNKNOWN;

  /** The account after an event. */
  record Moment(AnyDays.Event event, RiskState state, Reading last) {}

  static List<Moment> moments(long seed) {
    var plan = AnyDays.plan(seed);
    var account = new AnyAccount();
    var moments = new ArrayList<Moment>();
    for (var event : AnyDays.of(seed, plan)) {
      account.take(event, plan);
      moments.add(new Moment(event, account.state, account.last));
    }
    return moments;
  }

  void take(AnyDays.Event event, Plan plan) {
    switch (event) {
      case AnyDays.Event.Numbers(var at, var reading) -> take(reading, at, plan);
      case AnyDays.Event.Flow(var at, var amount) -> state = Risk.flowed(state, plan, amount);
      case AnyDays.Event.Release(var at) -> state = state.released();
    }
  }

  void take(Reading reading, Instant at, Plan plan) {
    state = Risk.evaluate(state, plan, reading, last, NOMINAL, at);
    last = reading.orElse(last);
  }

  /** As after a restart: the state is what the store gives back, and no number is known. */
  void restart(RiskState remembered) {
    state = remembered;
    last = Reading.UNKNOWN;
  }

  RiskState state() {
    return state;
  }

  Reading last() {
    return last;
  }

  /** Null while no trailing drawdown holds. */
  @Nullable TrailingFloor floor() {
    return state.trailing();
  }
}
