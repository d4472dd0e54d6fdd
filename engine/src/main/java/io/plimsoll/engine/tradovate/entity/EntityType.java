package io.plimsoll.engine.tradovate.entity;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The entity types the engine reads. Each record is named as the vendor names its type, and the
 * vendor's names follow from it.
 *
 * <p>Every type may be asked for in the sync request's {@code entityTypes} and then comes in {@code
 * props} events. For those of the sync response the vendor says so; for the others there is only
 * the list in a third party's client.
 */
public enum EntityType {
  ACCOUNT(Account.class, Account::read),
  ACCOUNT_RISK_STATUS(AccountRiskStatus.class, AccountRiskStatus::read),
  ADMIN_ALERT_SIGNAL(AdminAlertSignal.class, AdminAlertSignal::read, Source.EVENTS),
  ANNUAL_REVIEW(AnnualReview.class, AnnualReview::read),
  CASH_BALANCE(CashBalance.class, CashBalance::read),
  CASH_BALANCE_LOG(CashBalanceLog.class, CashBalanceLog::read, Source.EVENTS),
  COMMAND(Command.class, Command::read),
  COMMAND_REPORT(CommandReport.class, CommandReport::read),
  CONTRACT(Contract.class, Contract::read),
  CONTRACT_GROUP(ContractGroup.class, ContractGroup::read),
  CONTRACT_MATURITY(ContractMaturity.class, ContractMaturity::read),
  CURRENCY(Currency.class, Currency::read),
  CURRENCY_RATE(CurrencyRate.class, CurrencyRate::read, Source.EVENTS),
  EXCHANGE(Exchange.class, Exchange::read),
  EXECUTION_REPORT(ExecutionReport.class, ExecutionReport::read),
  FILL(Fill.class, Fill::read),
  FILL_FEE(FillFee.class, FillFee::read),
  FILL_PAIR(FillPair.class, FillPair::read),
  MARGIN_SNAPSHOT(MarginSnapshot.class, MarginSnapshot::read),
  ORDER(Order.class, Order::read),
  ORDER_STRATEGY(OrderStrategy.class, OrderStrategy::read),
  ORDER_STRATEGY_LINK(OrderStrategyLink.class, OrderStrategyLink::read),
  ORDER_STRATEGY_TYPE(OrderStrategyType.class, OrderStrategyType::read),
  ORDER_VERSION(OrderVersion.class, OrderVersion::read),
  POSITION(Position.class, Position::read),
  PRODUCT(Product.class, Product::read),
  PROPERTY(Property.class, Property::read),
  SPREAD_DEFINITION(SpreadDefinition.class, SpreadDefinition::read),
  TRADING_PERMISSION(TradingPermission.class, TradingPermission::read, Source.EVENTS),
  USER(User.class, User::read),
  USER_ACCOUNT_AUTO_LIQ(UserAccountAutoLiq.class, UserAccountAutoLiq::read),
  USER_ACCOUNT_POSITION_LIMIT(
      UserAccountPositionLimit.class, UserAccountPositionLimit::read, Source.EVENTS),
  USER_ACCOUNT_RISK_PARAMETER(
      UserAccountRiskParameter.class, UserAccountRiskParameter::read, Source.EVENTS),
  USER_PLUGIN(UserPlugin.class, UserPlugin::read),
  USER_PROMO_CODE(UserPromoCode.class, UserPromoCode::read),
  USER_PROPERTY(UserProperty.class, UserProperty::read),
  USER_READ_STATUS(UserReadStatus.class, UserReadStatus::read);

  /** Where the entities of a type come from; all of them can be read over REST as well. */
  private enum Source {
    /** The sync response, and events. */
    SNAPSHOT,
    /** Events only, as far as is known: what was there before must be read over REST. */
    EVENTS
  }

  private static final Map<String, EntityType> BY_WIRE_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(EntityType::wireName, type -> type));
  private static final Map<Class<?>, EntityType> BY_CLASS =
      Arrays.stream(values()).collect(Collectors.toMap(EntityType::type, type -> type));

  private final Class<? extends Entity> type;

  @SuppressWarnings("ImmutableEnumChecker") // the readers are static methods and hold nothing
  private final Function<Fields, ? extends Entity> reader;

  private final Source source;
  private final String wireName;

  <E extends Record & Entity> EntityType(Class<E> type, Function<Fields, E> reader) {
    this(type, reader, Source.SNAPSHOT);
  }

  <E extends Record & Entity> EntityType(Class<E> type, Function<Fields, E> reader, Source source) {
    this.type = type;
    this.reader = reader;
    this.source = source;
    var name = type.getSimpleName();
    this.wireName = Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /** As in {@code props} events, in the sync request's {@code entityTypes} and in REST paths. */
  public String wireName() {
    return wireName;
  }

  /**
   * As a key of the sync response: {@code currencies}, {@code accountRiskStatuses}, {@code fills}.
   */
  public String collection() {
    if (wireName.endsWith("s")) {
      return wireName + "es";
    }
    return wireName.endsWith("y")
        ? wireName.substring(0, wireName.length() - 1) + "ies"
        : wireName + "s";
  }

  public Class<? extends Entity> type() {
    return type;
  }

  /**
   * Whether the sync response has a collection for it. The others are read over REST when a rule
   * matches them, and then come in events.
   */
  public boolean isInSnapshot() {
    return source == Source.SNAPSHOT;
  }

  /** Whether it must be read over REST for each account, since no snapshot has it. */
  public boolean isReadForAccounts() {
    return !isInSnapshot() && this != CURRENCY_RATE;
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
    var type = BY_CLASS.get(entity.getClass());
    if (type == null) {
      throw new IllegalStateException("(%s) is in no EntityType.".formatted(entity.getClass()));
    }
    return type;
  }
}
