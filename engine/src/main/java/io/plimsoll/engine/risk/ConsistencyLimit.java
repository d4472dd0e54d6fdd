package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Restriction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The best day's share of the total profit of the days counted. */
final class ConsistencyLimit {
  static final String LIMIT = "consistency";

  private ConsistencyLimit() {}

  /**
   * Where an account stands.
   *
   * @param share percent of the total that the best day made; null while the total is not positive
   * @param needed the total at which the best day would just be the limit; null likewise
   * @param missing by how much the total falls short of it, 0 or more; null likewise
   * @param passes true also where the limit does not apply
   */
  record Share(
      boolean applies,
      boolean passes,
      @Nullable BigDecimal share,
      @Nullable Money needed,
      @Nullable Money missing) {}

  static RiskState judge(RiskState state, Standard by) {
    var limit = by.plan().limits().consistency();
    if (limit == null) {
      return state.with(state.marks().sign(LIMIT, false));
    }
    boolean exceeded = !share(limit, state.history().days().values()).passes();
    return state.with(
        limit.consequence() == Restriction.NONE
            ? state.marks().sign(LIMIT, exceeded)
            : state
                .marks()
                .judge(
                    by.terms(LIMIT, Until.NEXT_RESET, limit.consequence()), exceeded, by.moment()));
  }

  static Share share(Consistency limit, Collection<Money> days) {
    var total = Money.ZERO;
    var best = Money.ZERO;
    for (var day : days) {
      total = total.plus(day);
      best = best.max(day);
    }
    if (!total.isPositive()) {
      return new Share(false, true, null, null, null);
    }
    // Compared as products, so that nothing is rounded.
    boolean passes =
        limit
            .passes()
            .isPassed(
                best.toBigDecimal().movePointRight(2),
                total.toBigDecimal().multiply(limit.bestDay()));
    var needed =
        Money.of(
            best.toBigDecimal().movePointRight(2).divide(limit.bestDay(), 6, RoundingMode.CEILING));
    return new Share(
        true, passes, best.percentOf(total), needed, needed.minus(total).max(Money.ZERO));
  }
}
