package io.plimsoll.engine.tradovate.entity;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The entity types the engine reads, with the vendor's two names for each. */
public enum EntityType {
  ACCOUNT("account", "accounts", Account.class),
  ACCOUNT_RISK_STATUS("accountRiskStatus", "accountRiskStatuses", AccountRiskStatus.class),
  CASH_BALANCE("cashBalance", "cashBalances", CashBalance.class),
  CONTRACT("contract", "contracts", Contract.class),
  CONTRACT_MATURITY("contractMaturity", "contractMaturities", ContractMaturity.class),
  CURRENCY("currency", "currencies", Currency.class),
  FILL("fill", "fills", Fill.class),
  MARGIN_SNAPSHOT("marginSnapshot", "marginSnapshots", MarginSnapshot.class),
  ORDER("order", "orders", Order.class),
  POSITION("position", "positions", Position.class),
  PRODUCT("product", "products", Product.class),
  USER_ACCOUNT_AUTO_LIQ("userAccountAutoLiq", "userAccountAutoLiqs", UserAccountAutoLiq.class);

  private static final Map<String, EntityType> BY_WIRE_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(EntityType::wireName, type -> type));

  private final String wireName;
  private final String collection;
  private final Class<? extends Entity> type;

  EntityType(String wireName, String collection, Class<? extends Entity> type) {
    this.wireName = wireName;
    this.collection = collection;
    this.type = type;
  }

  /** As in {@code props} events and in the sync request's {@code entityTypes}. */
  public String wireName() {
    return wireName;
  }

  /** As a key of the sync response. */
  public String collection() {
    return collection;
  }

  public Class<? extends Entity> type() {
    return type;
  }

  /**
   * The entity in these fields.
   *
   * @throws BadEntityException when a required field is missing or unreadable
   */
  public Entity read(Fields fields) {
    return switch (this) {
      case ACCOUNT -> Account.read(fields);
      case ACCOUNT_RISK_STATUS -> AccountRiskStatus.read(fields);
      case CASH_BALANCE -> CashBalance.read(fields);
      case CONTRACT -> Contract.read(fields);
      case CONTRACT_MATURITY -> ContractMaturity.read(fields);
      case CURRENCY -> Currency.read(fields);
      case FILL -> Fill.read(fields);
      case MARGIN_SNAPSHOT -> MarginSnapshot.read(fields);
      case ORDER -> Order.read(fields);
      case POSITION -> Position.read(fields);
      case PRODUCT -> Product.read(fields);
      case USER_ACCOUNT_AUTO_LIQ -> UserAccountAutoLiq.read(fields);
    };
  }

  /** Empty for a type the engine does not read. */
  public static Optional<EntityType> ofWireName(String name) {
    return Optional.ofNullable(BY_WIRE_NAME.get(name));
  }

  public static EntityType of(Entity entity) {
    return switch (entity) {
      case Account account -> ACCOUNT;
      case AccountRiskStatus status -> ACCOUNT_RISK_STATUS;
      case CashBalance balance -> CASH_BALANCE;
      case Contract contract -> CONTRACT;
      case ContractMaturity maturity -> CONTRACT_MATURITY;
      case Currency currency -> CURRENCY;
      case Fill fill -> FILL;
      case MarginSnapshot margin -> MARGIN_SNAPSHOT;
      case Order order -> ORDER;
      case Position position -> POSITION;
      case Product product -> PRODUCT;
      case UserAccountAutoLiq settings -> USER_ACCOUNT_AUTO_LIQ;
    };
  }
}
