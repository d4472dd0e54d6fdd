package io.plimsoll.config.cases;

import io.plimsoll.engine.tradovate.entity.EntityType;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a step says of the account at the broker. What is left out is null, or empty, and is as it
 * was.
 *
 * @param realized P&amp;L of the trade date
 * @param prices by contract
 * @param positions all of them, signed, by contract; null when left out
 * @param minis contracts of ES
 * @param micros contracts of MES
 * @param profitDays profits of the days before, oldest first
 * @param vendor entities as the broker would send them
 * @param cashFlow how much of the change of the balance is no trading; signed
 * @param silent whether the broker carries nothing out from here on
 */
public record Input(
    @Nullable CaseAmount balance,
    @Nullable CaseAmount equity,
    @Nullable CaseAmount realized,
    @Nullable CaseAmount usedMargin,
    Map<String, CaseAmount> prices,
    @Nullable Map<String, Integer> positions,
    @Nullable Integer minis,
    @Nullable Integer micros,
    List<BigDecimal> profitDays,
    Map<EntityType, List<Raw.Parts>> vendor,
    @Nullable BigDecimal cashFlow,
    @Nullable Boolean silent) {

  public Input {
    prices = Collections.unmodifiableMap(new LinkedHashMap<>(prices));
    positions =
        positions == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(positions));
    profitDays = List.copyOf(profitDays);
    vendor = Collections.unmodifiableMap(new LinkedHashMap<>(vendor));
  }

  /** Whether it says of any position how large it is. */
  public boolean namesPositions() {
    return positions != null || minis != null || micros != null;
  }
}
