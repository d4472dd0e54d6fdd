package io.plimsoll.app.cases;

import io.plimsoll.config.cases.WorkedCase;
import io.plimsoll.engine.shard.Rehearsal;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Something that may happen at any time and must change nothing in the end. */
@FunctionalInterface
interface Disturbance {
  /** It comes and goes. */
  void strike(Rehearsal rehearsal, Line line, Random random);

  Disturbance NONE = (rehearsal, line, random) -> {};

  Disturbance RESTART = (rehearsal, line, random) -> rehearsal.restart(List.of());

  Disturbance RESYNC = (rehearsal, line, random) -> rehearsal.resync(List.of());

  /** The prices, and perhaps cash, margin or both, are unknown for a moment. */
  Disturbance UNKNOWN =
      (rehearsal, line, random) -> {
        var types = some(random);
        var held = rehearsal.account(WorkedCase.ACCOUNT).orElseThrow().view().openContracts();
        rehearsal.feed(line.lost(types));
        rehearsal.feed(line.again(types, held));
      };

  private static Set<EntityType> some(Random random) {
    var types = EnumSet.noneOf(EntityType.class);
    for (var type : List.of(EntityType.CASH_BALANCE, EntityType.MARGIN_SNAPSHOT)) {
      if (random.nextBoolean()) {
        types.add(type);
      }
    }
    return types;
  }
}
