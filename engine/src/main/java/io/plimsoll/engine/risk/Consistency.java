package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Restriction;
import java.math.BigDecimal;

/**
 * How large the best day's profit may be against the total of the days counted.
 *
 * @param bestDay percent of the total, 0 to 100
 * @param passes whether exactly that much still passes
 * @param consequence {@code NONE} only tells people
 */
public record Consistency(BigDecimal bestDay, Passes passes, Restriction consequence) {

  /** Where a share that is exactly the limit belongs. */
  public enum Passes {
    BELOW,
    AT_OR_BELOW;

    boolean isPassed(BigDecimal share, BigDecimal limit) {
      int order = share.compareTo(limit);
      return switch (this) {
        case BELOW -> order < 0;
        case AT_OR_BELOW -> order <= 0;
      };
    }
  }
}
