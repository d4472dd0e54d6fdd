package io.plimsoll.simulator.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An account to be opened. {@code autoLiq} holds the fields of its userAccountAutoLiq; without it
 * the account has none, as at the vendor.
 */
public record Opening(
    @JsonProperty(required = true) long id,
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) BigDecimal balance,
    @Nullable BigDecimal evaluationSize,
    @Nullable BigDecimal liqOnlyLevel,
    @Nullable BigDecimal autoLiqLevel,
    @Nullable ObjectNode autoLiq,
    @Nullable List<Holding> positions) {

  /**
   * Held from the start. {@code netPos} is negative for a short; without a price it was opened at
   * the current one.
   */
  public record Holding(String symbol, int netPos, @Nullable BigDecimal netPrice) {}

  public static Opening account(long id, String name, String balance) {
    return new Opening(id, name, new BigDecimal(balance), null, null, null, null, List.of());
  }

  public Opening evaluation(String size) {
    return new Opening(
        id, name, balance, new BigDecimal(size), liqOnlyLevel, autoLiqLevel, autoLiq, positions);
  }

  public Opening levels(String liqOnly, String autoLiqAt) {
    return new Opening(
        id,
        name,
        balance,
        evaluationSize,
        new BigDecimal(liqOnly),
        new BigDecimal(autoLiqAt),
        autoLiq,
        positions);
  }

  public Opening autoLiq(ObjectNode settings) {
    return new Opening(
        id, name, balance, evaluationSize, liqOnlyLevel, autoLiqLevel, settings, positions);
  }

  public Opening holding(String symbol, int netPos) {
    return new Opening(
        id,
        name,
        balance,
        evaluationSize,
        liqOnlyLevel,
        autoLiqLevel,
        autoLiq,
        List.of(new Holding(symbol, netPos, null)));
  }
}
