package io.plimsoll.simulator.fault;

import java.time.Duration;

/** When a fault of a script happens. Durations count from the first sync request. */
public sealed interface When {
  /** Each frame suffers it with this probability, from 0 to 1. */
  record Rate(double probability) implements When {}

  /** Once. */
  record At(Duration sinceStart) implements When {}

  /** Again and again, the first time after one interval. */
  record Every(Duration interval) implements When {}

  /** As soon as it is asked for. */
  record Now() implements When {}
}
