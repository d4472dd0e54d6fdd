package io.plimsoll.simulator.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
  public static final EntityType USER_PROPERTY = new EntityType("userProperty");
  public static final EntityType PROPERTY = new EntityType("property");
  public static final EntityType SPREAD_DEFINITION = new EntityType("spreadDefinition");
  public static final EntityType ORDER_STRATEGY_LINK = new EntityType("orderStrategyLink");
  public static final EntityType ORDER_STRATEGY_TYPE = new EntityType("orderStrategyType");
  public static final EntityType USER_PLUGIN = new EntityType("userPlugin");
  public static final EntityType ANNUAL_REVIEW = new EntityType("annualReview");
  public static final EntityType USER_READ_STATUS = new EntityType("userReadStatus");
  public static final EntityType USER_PROMO_CODE = new EntityType("userPromoCode");

  public static final EntityType CURRENCY_RATE = new EntityType("currencyRate");
  public static final EntityType CASH_BALANCE_LOG = new EntityType("cashBalanceLog");
  public static final EntityType POSITION_LIMIT = new EntityType("userAccountPositionLimit");
  public static final EntityType RISK_PARAMETER = new EntityType("userAccountRiskParameter");
  public static final EntityType ADMIN_ALERT = new EntityType("adminAlert");
  public static final EntityType ADMIN_ALERT_SIGNAL = new EntityType("adminAlertSignal");

  /** Its entity is a wrapper, and it passes the filter of every sync request. */
  public static final EntityType OTHER_ALERT_SIGNAL = new EntityType("OtherEnvAdminAlertSignal");

  /** Those the vendor's sync message has a collection for, parents before children. */
  public static final List<EntityType> SYNCED =
      List.of(
          USER,
          PROPERTY,
          USER_PROPERTY,
          USER_PLUGIN,
          ANNUAL_REVIEW,
          USER_READ_STATUS,
          USER_PROMO_CODE,
          ORDER_STRATEGY_TYPE,
          CONTRACT_GROUP,
          CURRENCY,
          EXCHANGE,
          SPREAD_DEFINITION,
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
          ORDER_STRATEGY_LINK);

  /** Read by REST; the sync message has no collection for them. */
  public static final List<EntityType> BY_REST_ONLY =
      List.of(
          CURRENCY_RATE,
          CASH_BALANCE_LOG,
          POSITION_LIMIT,
          RISK_PARAMETER,
          ADMIN_ALERT,
          ADMIN_ALERT_SIGNAL,
          OTHER_ALERT_SIGNAL);

  /** Known to the generic REST operations even while there is none. */
  public static final List<EntityType> KNOWN =
      Stream.concat(SYNCED.stream(), BY_REST_ONLY.stream()).toList();

  /**
   * The key in the sync response: {@code accountRiskStatuses}, {@code currencies}, {@code fills}.
   */
  public String collection() {
    if (name.endsWith("s")) {
      return name + "es";
    }
    return name.endsWith("y") ? name.substring(0, name.length() - 1) + "ies" : name + "s";
  }

  /** Types of no name known here are: tests make them up. */
  public boolean inSync() {
    return !BY_REST_ONLY.contains(this);
  }

  /**
   * The field {@code deps?masterid=} goes by; {@code id} where the vendor gives child and parent
   * one id.
   */
  public Optional<String> masterField() {
    return Optional.ofNullable(
        switch (name) {
          case "account", "userProperty", "userPlugin", "annualReview", "userPromoCode" -> "userId";
          case "accountRiskStatus",
              "marginSnapshot",
              "userAccountAutoLiq",
              "fillFee",
              "currencyRate" ->
              "id";
          case "cashBalance",
              "cashBalanceLog",
              "position",
              "order",
              "orderStrategy",
              "userAccountPositionLimit" ->
              "accountId";
          case "userAccountRiskParameter" -> "userAccountPositionLimitId";
          case "orderStrategyLink" -> "orderStrategyId";
          case "adminAlertSignal" -> "adminAlertId";
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
