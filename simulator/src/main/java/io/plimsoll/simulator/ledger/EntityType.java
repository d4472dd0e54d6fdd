package io.plimsoll.simulator.ledger;

import java.util.List;
import java.util.Optional;

/**
 * A kind of entity by the vendor's singular name, as in props and in {@code entityTypes}. Names not
 * listed here are allowed: tests send them.
 */
public record EntityType(String name) {
  public static final EntityType USER = new EntityType("user");
  public static final EntityType ACCOUNT = new EntityType("account");
  public static final EntityType ACCOUNT_RISK_STATUS = new EntityType("accountRiskStatus");
  public static final EntityType MARGIN_SNAPSHOT = new EntityType("marginSnapshot");
  public static final EntityType USER_ACCOUNT_AUTO_LIQ = new EntityType("userAccountAutoLiq");
  public static final EntityType CASH_BALANCE = new EntityType("cashBalance");
  public static final EntityType CURRENCY = new EntityType("currency");
  public static final EntityType POSITION = new EntityType("position");
  public static final EntityType FILL_PAIR = new EntityType("fillPair");
  public static final EntityType ORDER = new EntityType("order");
  public static final EntityType CONTRACT = new EntityType("contract");
  public static final EntityType CONTRACT_MATURITY = new EntityType("contractMaturity");
  public static final EntityType PRODUCT = new EntityType("product");
  public static final EntityType EXCHANGE = new EntityType("exchange");
  public static final EntityType COMMAND = new EntityType("command");
  public static final EntityType COMMAND_REPORT = new EntityType("commandReport");
  public static final EntityType EXECUTION_REPORT = new EntityType("executionReport");
  public static final EntityType ORDER_VERSION = new EntityType("orderVersion");
  public static final EntityType FILL = new EntityType("fill");
  public static final EntityType FILL_FEE = new EntityType("fillFee");
  public static final EntityType ORDER_STRATEGY = new EntityType("orderStrategy");
  public static final EntityType CONTRACT_GROUP = new EntityType("contractGroup");
  public static final EntityType CURRENCY_RATE = new EntityType("currencyRate");

  /** Known to the generic REST operations even while there is none. */
  public static final List<EntityType> KNOWN =
      List.of(
          USER,
          CONTRACT_GROUP,
          CURRENCY,
          EXCHANGE,
          PRODUCT,
          CONTRACT_MATURITY,
          CONTRACT,
          ACCOUNT,
          ACCOUNT_RISK_STATUS,
          MARGIN_SNAPSHOT,
          USER_ACCOUNT_AUTO_LIQ,
          CASH_BALANCE,
          POSITION,
          ORDER,
          ORDER_VERSION,
          COMMAND,
          COMMAND_REPORT,
          EXECUTION_REPORT,
          FILL,
          FILL_FEE,
          FILL_PAIR,
          ORDER_STRATEGY,
          CURRENCY_RATE);

  /**
   * The key in the sync response: {@code accountRiskStatuses}, {@code currencies}, {@code fills}.
   */
  public String collection() {
    if (name.endsWith("s")) {
      return name + "es";
    }
    return name.endsWith("y") ? name.substring(0, name.length() - 1) + "ies" : name + "s";
  }

  /** Read by REST only; the vendor's sync message has no collection for it. */
  public boolean inSync() {
    return !equals(CURRENCY_RATE);
  }

  /**
   * The field {@code deps?masterid=} goes by; {@code id} where the vendor gives child and parent
   * one id.
   */
  public Optional<String> masterField() {
    return Optional.ofNullable(
        switch (name) {
          case "account" -> "userId";
          case "accountRiskStatus",
              "marginSnapshot",
              "userAccountAutoLiq",
              "fillFee",
              "currencyRate" ->
              "id";
          case "cashBalance", "position", "order", "orderStrategy" -> "accountId";
          case "orderVersion", "command", "fill" -> "orderId";
          case "commandReport", "executionReport" -> "commandId";
          case "fillPair" -> "positionId";
          case "contract" -> "contractMaturityId";
          case "contractMaturity" -> "productId";
          case "product" -> "exchangeId";
          default -> null;
        });
  }
}
