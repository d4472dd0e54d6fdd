package io.plimsoll.simulator.fault;

import io.plimsoll.simulator.fault.WireFault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A little of everything: how often each fault comes among the faults. What costs a client its
 * connection is rare, so that most of the others are seen to do no harm.
 */
public final class Chaos {
  private static final Map<WireFault, Integer> WEIGHTS = weights();

  private Chaos() {}

  /** Each frame of either socket suffers one of the faults with this probability. */
  public static Script at(double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("Chaos (%s) must be from 0 to 1.".formatted(rate));
    }
    var sum = WEIGHTS.values().stream().mapToInt(Integer::intValue).sum();
    var rules = new ArrayList<FaultRule>();
    WEIGHTS.forEach((fault, weight) -> rules.add(FaultRule.rate(fault, rate * weight / sum)));
    return new Script(rate == 0 ? List.of() : rules, List.of(), Optional.empty());
  }

  private static Map<WireFault, Integer> weights() {
    var weights = new LinkedHashMap<WireFault, Integer>();
    for (var pause : List.of(50, 300, 1500)) {
      weights.put(WireFault.delay(Duration.ofMillis(pause)), 50);
    }
    weights.put(WireFault.of(Kind.DROP), 100);
    weights.put(WireFault.of(Kind.DUPLICATE), 150);
    weights.put(WireFault.of(Kind.REORDER), 80);
    weights.put(WireFault.of(Kind.TRUNCATE), 50);
    weights.put(WireFault.of(Kind.UNKNOWN_FIELD), 120);
    weights.put(WireFault.of(Kind.UNKNOWN_ENUM), 20);
    weights.put(WireFault.of(Kind.UNKNOWN_ENUM).beside(), 60);
    weights.put(WireFault.of(Kind.WRONG_TYPE), 20);
    weights.put(WireFault.of(Kind.WRONG_TYPE).beside(), 60);
    for (var kind :
        List.of(
            Kind.PROPS_ARRAY,
            Kind.ENTITY_ARRAY,
            Kind.UNKNOWN_FRAME,
            Kind.UNKNOWN_EVENT,
            Kind.UNKNOWN_TYPE,
            Kind.EMPTY,
            Kind.BARE_DELETE)) {
      weights.put(WireFault.of(kind), 60);
    }
    weights.put(WireFault.of(Kind.REPLAY), 5);
    weights.put(WireFault.of(Kind.OVERSIZE), 2);
    weights.put(WireFault.of(Kind.CUT), 10);
    weights.put(WireFault.of(Kind.HALF_OPEN), 4);
    weights.put(WireFault.of(Kind.GO_AWAY), 4);
    weights.put(WireFault.of(Kind.SHUTDOWN), 4);
    return weights;
  }
}
