package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Rung;
import java.util.EnumSet;
import java.util.Set;

/** What the ladders of loss and of margin have in common. */
final class Ladder {
  private Ladder() {}

  static Latches.Terms terms(Standard by, String limit, Rung rung, Until until) {
    return by.terms(limit, until, rung.consequence());
  }

  /** Every rung that is reached. */
  static Set<Rung> reached(Marks marks, String alert, String liquidateOnly, String autoLiquidate) {
    var rungs = EnumSet.noneOf(Rung.class);
    if (marks.has(alert)) {
      rungs.add(Rung.ALERT);
    }
    if (marks.latches().isOpen(liquidateOnly)) {
      rungs.add(Rung.LIQUIDATE_ONLY);
    }
    if (marks.latches().isOpen(autoLiquidate)) {
      rungs.add(Rung.AUTO_LIQUIDATE);
    }
    return rungs;
  }

  /** The highest rung that is latched; else the warning, which comes and goes. */
  static Rung highest(Marks marks, String alert, String liquidateOnly, String autoLiquidate) {
    if (marks.latches().isOpen(autoLiquidate)) {
      return Rung.AUTO_LIQUIDATE;
    }
    if (marks.latches().isOpen(liquidateOnly)) {
      return Rung.LIQUIDATE_ONLY;
    }
    return marks.has(alert) ? Rung.ALERT : Rung.NONE;
  }
}
