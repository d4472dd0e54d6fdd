package io.plimsoll.engine.risk;

import io.plimsoll.engine.fact.Restriction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many contracts an account may hold, long and short alike.
 *
 * @param overall of all products together; null when only bands or no overall limit hold
 * @param products by the product's name, such as {@code ES}
 * @param groups products counted together, by a name of the plan's own
 * @param micros products that count by the weight of a micro
 * @param microWeight how much of a contract a micro is; 1 counts it whole
 * @param bands overall limits that depend on the account, lowest first; the highest that is reached
 *     holds
 * @param consequence {@code NONE} only tells people
 */
public record ContractLimits(
    @Nullable BigDecimal overall,
    Map<String, BigDecimal> products,
    Map<String, Group> groups,
    Set<String> micros,
    BigDecimal microWeight,
    List<Band> bands,
    By by,
    boolean atClose,
    Restriction consequence) {

  /** The micros the exchange lists most. */
  public static final Set<String> MICROS =
      Set.of(
          "MES", "MNQ", "M2K", "MYM", "MGC", "MCL", "SIL", "MHG", "M6E", "M6A", "M6B", "M6J", "MBT",
          "MET");

  /** Products that count together. */
  public record Group(Set<String> products, BigDecimal most) {
    public Group {
      products = Set.copyOf(products);
    }
  }

  /** From this value on so many contracts. */
  public record Band(Money from, BigDecimal most) {}

  /** What bands go by. */
  public enum By {
    EQUITY,
    BALANCE,
    /** Equity less start. */
    PROFIT
  }

  public ContractLimits {
    products = Map.copyOf(products);
    groups = Map.copyOf(groups);
    micros = Set.copyOf(micros);
    bands = List.copyOf(bands);
  }

  /** The overall limit at this value of what bands go by; null when none holds. */
  @Nullable BigDecimal overallAt(Money value) {
    var most = overall;
    for (var band : bands) {
      if (band.from().isAtMost(value)) {
        most = band.most();
      }
    }
    return most;
  }
}
