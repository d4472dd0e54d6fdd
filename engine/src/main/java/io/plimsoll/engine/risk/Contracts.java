package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Restriction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How many contracts an account holds against how many it may. */
final class Contracts {
  static final String LIMIT = "contract-limit";
  static final String OVER = "contract-limit/";
  static final String OVERALL = "overall";

  private Contracts() {}

  static RiskState judge(RiskState state, Standard by, Reading reading) {
    var limits = by.plan().limits().contracts();
    if (limits == null) {
      return state.with(state.marks().signs(OVER, new TreeSet<>()));
    }
    var banded = banded(state, limits, by, reading);
    var holdings = reading.holdings();
    if (holdings == null) {
      return banded;
    }
    boolean known = isKnown(limits, banded, reading);
    var over = over(limits, most(limits, banded, reading), holdings);
    var breached = (over.isEmpty() && !known) ? null : (Boolean) !over.isEmpty();
    if (!known && banded.marks().has(OVER + OVERALL)) {
      over.add(OVERALL);
    }
    // What was reached and asks for something stays named while it does.
    boolean stays = over.isEmpty() && banded.latches().isOpen(LIMIT);
    var marks = stays ? banded.marks() : banded.marks().signs(OVER, over);
    return banded.with(
        limits.consequence() == Restriction.NONE
            ? marks
            : marks.judge(
                by.terms(LIMIT, Until.NEXT_RESET, limits.consequence()), breached, by.moment()));
  }

  private static Set<String> over(
      ContractLimits limits, @Nullable BigDecimal most, List<Holding> holdings) {
    var over = new TreeSet<String>();
    if (most != null && used(limits, holdings).compareTo(most) > 0) {
      over.add(OVERALL);
    }
    limits
        .products()
        .forEach((product, allowed) -> {
          if (held(limits, holdings, product::equals).compareTo(allowed) > 0) {
            over.add(product);
          }
        });
    limits
        .groups()
        .forEach((name, group) -> {
          if (held(limits, holdings, group.products()::contains).compareTo(group.most()) > 0) {
            over.add(name);
          }
        });
    return over;
  }

  /** All contracts together, micros by their weight. */
  static BigDecimal used(ContractLimits limits, List<Holding> holdings) {
    return held(limits, holdings, product -> true);
  }

  private static BigDecimal held(
      ContractLimits limits, List<Holding> holdings, Predicate<String> products) {
    var sum = BigDecimal.ZERO;
    for (var holding : holdings) {
      if (products.test(holding.product())) {
        var weight =
            limits.micros().contains(holding.product()) ? limits.microWeight() : BigDecimal.ONE;
        sum = sum.add(weight.multiply(BigDecimal.valueOf(Math.abs((long) holding.netPos()))));
      }
    }
    return sum;
  }

  /** The overall limit in force; null when none holds or what bands go by is unknown. */
  static @Nullable BigDecimal most(ContractLimits limits, RiskState state, Reading reading) {
    if (limits.bands().isEmpty()) {
      return limits.overall();
    }
    if (limits.atClose()) {
      return state.history().mostContracts();
    }
    var value = value(limits, state, reading);
    return value == null ? null : limits.overallAt(value);
  }

  /** Whether it is known which band holds, where there are bands. */
  private static boolean isKnown(ContractLimits limits, RiskState state, Reading reading) {
    if (limits.bands().isEmpty()) {
      return true;
    }
    return limits.atClose()
        ? state.history().bandSince() != null
        : value(limits, state, reading) != null;
  }

  /** Bands that move only at the close are chosen then, and when first seen. */
  private static RiskState banded(
      RiskState state, ContractLimits limits, Standard by, Reading reading) {
    var value = value(limits, state, reading);
    if (limits.bands().isEmpty() || !limits.atClose() || value == null) {
      return state;
    }
    var session = by.plan().session();
    var since = state.history().bandSince();
    return since == null || session.lastAt(session.closes(), by.now()).isAfter(since)
        ? state.with(state.history().withBand(limits.overallAt(value), by.now()))
        : state;
  }

  private static @Nullable Money value(ContractLimits limits, RiskState state, Reading reading) {
    return switch (limits.by()) {
      case EQUITY -> reading.equity();
      case BALANCE -> reading.balance();
      case PROFIT -> {
        var equity = reading.equity();
        var start = state.start();
        yield equity == null || start == null ? null : equity.minus(start);
      }
    };
  }
}
