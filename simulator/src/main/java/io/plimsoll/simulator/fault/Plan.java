package io.plimsoll.simulator.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The rules in force, and which of their moments have come. For any thread. */
public final class Plan {
  private record Moment(FaultRule rule, Duration due) {}

  private volatile List<FaultRule> rates = List.of();
  private volatile Optional<Duration> cutAfterLoss = Optional.empty();
  private final List<Moment> moments = new ArrayList<>();

  public Plan(Script script) {
    add(script);
  }

  public final synchronized void add(Script script) {
    var all = new ArrayList<>(rates);
    for (var rule : script.rules()) {
      switch (rule.when()) {
        case When.Rate _ -> all.add(rule);
        case When.At(var time) -> moments.add(new Moment(rule, time));
        case When.Every(var interval) -> moments.add(new Moment(rule, interval));
        case When.Now _ -> moments.add(new Moment(rule, Duration.ZERO));
      }
    }
    rates = List.copyOf(all);
    cutAfterLoss = script.cutAfterLoss().or(() -> cutAfterLoss);
  }

  /** Without rules. The time to a cut stays. */
  public synchronized void clear() {
    rates = List.of();
    moments.clear();
  }

  public boolean hasRates() {
    return !rates.isEmpty();
  }

  public Optional<Duration> cutAfterLoss() {
    return cutAfterLoss;
  }

  /** At most one fault for a frame: one draw, and the rates that fit the frame side by side. */
  public Optional<WireFault> draw(SocketKind kind, String frame, Random random) {
    var draw = random.nextDouble();
    for (var rule : rates) {
      if (rule.aim().fits(kind)
          && rule.aim().fits(frame)
          && rule.when() instanceof When.Rate(var p)) {
        if (draw < p) {
          return Optional.of(rule.fault());
        }
        draw -= p;
      }
    }
    return Optional.empty();
  }

  /** The rules whose moment has come, once for each moment. */
  public synchronized List<FaultRule> due(Duration sinceStart) {
    var due = new ArrayList<FaultRule>();
    for (var each : List.copyOf(moments)) {
      if (each.due().compareTo(sinceStart) <= 0) {
        due.add(each.rule());
        moments.remove(each);
        if (each.rule().when() instanceof When.Every(var interval)) {
          moments.add(new Moment(each.rule(), each.due().plus(interval)));
        }
      }
    }
    return due;
  }
}
