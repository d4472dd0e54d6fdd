package io.plimsoll.simulator.market;

import java.util.Set;

/** Where price changes are told, after the trades they set off. */
@FunctionalInterface
public interface Tape {
  void print(Set<Instrument> moved);
}
