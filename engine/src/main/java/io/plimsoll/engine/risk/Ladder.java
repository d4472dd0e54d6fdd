package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Rung;

/** What the ladders of loss and of margin have in common. */
final class Ladder {
  private Ladder() {}

  static Latches.Terms terms(String limit, Rung rung) {
    return new Latches.Terms(limit, Until.NEXT_RESET, rung.consequence());
  }

  /** The highest rung that is latched; else the warning, which comes and goes. */
  static Rung highest(Latches latches, boolean warned, String liquidateOnly, String autoLiquidate) {
    if (latches.isOpen(autoLiquidate)) {
      return Rung.AUTO_LIQUIDATE;
    }
    if (latches.isOpen(liquidateOnly)) {
      return Rung.LIQUIDATE_ONLY;
    }
    return warned ? Rung.ALERT : Rung.NONE;
  }
}
