package io.plimsoll.engine.tradovate.entity;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The entity types the engine reads, with the vendor's two names for each. */
public enum EntityType {
  ACCOUNT("account", "accounts", Account.class, Account::read),
  ACCOUNT_RISK_STATUS(
      "accountRiskStatus", "accountRiskStatuses", AccountRiskStatus.class, AccountRiskStatus::read),
  CASH_BALANCE("cashBalance", "cashBalances", CashBalance.class, CashBalance::read),
  CONTRACT("contract", "contracts", Contract.class, Contract::read),
  CONTRACT_MATURITY(
      "contractMaturity", "contractMaturities", ContractMaturity.class, ContractMaturity::read),
  CURRENCY("currency", "currencies", Currency.class, Currency::read),
  FILL("fill", "fills", Fill.class, Fill::read),
  MARGIN_SNAPSHOT("marginSnapshot", "marginSnapshots", MarginSnapshot.class, MarginSnapshot::read),
  ORDER("order", "orders", Order.class, Order::read),
  POSITION("position", "positions", Position.class, Position::read),
  PRODUCT("product", "products", Product.class, Product::read),
  USER_ACCOUNT_AUTO_LIQ(
      "userAccountAutoLiq",
      "userAccountAutoLiqs",
      UserAccountAutoLiq.class,
      UserAccountAutoLiq::read);

  private static final Map<String, EntityType> BY_WIRE_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(EntityType::wireName, type -> type));

  private final String wireName;
  private final String collection;
  private final Class<? extends Entity> type;
  private final Function<Fields, Entity> reader;

  EntityType(
      String wireName,
      String collection,
      Class<? extends Entity> type,
      Function<Fields, Entity> reader) {
    this.wireName = wireName;
    this.collection = collection;
    this.type = type;
    this.reader = reader;
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
    return reader.apply(fields);
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
