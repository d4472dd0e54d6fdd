package io.plimsoll.engine.tradovate.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A spread that is traded as one.
 *
 * @param uds whether a user defined it
 */
public record SpreadDefinition(
    long id, @Nullable Instant timestamp, @Nullable SpreadType spreadType, @Nullable Boolean uds)
    implements Reference {

  /** The vendor's kinds of spreads. */
  public enum SpreadType {
    Bundle,
    BundleSpread,
    Butterfly,
    CalendarSpread,
    Condor,
    Crack,
    DoubleButterfly,
    General,
    IntercommoditySpread,
    LaggedIntercommoditySpread,
    Pack,
    PackButterfly,
    PackSpread,
    ReducedTickCalendarSpread,
    ReverseIntercommoditySpread,
    ReverseSpread,
    Strip,
    TreasuryIntercommoditySpread,
    UNKNOWN
  }

  static SpreadDefinition read(Fields fields) {
    return new SpreadDefinition(
        fields.requiredId("id"),
        fields.time("timestamp"),
        fields.word("spreadType", SpreadType.class, SpreadType.UNKNOWN),
        fields.flag("uds"));
  }
}
