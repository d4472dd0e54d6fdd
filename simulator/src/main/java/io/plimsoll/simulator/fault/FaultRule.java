package io.plimsoll.simulator.fault;

/**
 * One line of a script. At a moment, {@code times} is on how many frames each socket suffers it.
 */
public record FaultRule(WireFault fault, Aim aim, When when, int times) {
  public static FaultRule now(WireFault fault) {
    return new FaultRule(fault, Aim.ANY, new When.Now(), 1);
  }

  public static FaultRule now(WireFault fault, Aim aim) {
    return new FaultRule(fault, aim, new When.Now(), 1);
  }

  public static FaultRule rate(WireFault fault, double probability) {
    return new FaultRule(fault, Aim.ANY, new When.Rate(probability), 1);
  }
}
