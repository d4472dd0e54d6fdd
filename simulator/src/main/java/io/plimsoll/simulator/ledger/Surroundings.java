package io.plimsoll.simulator.ledger;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The user, and what a user has besides accounts. A risk engine needs little of it. */
public final class Surroundings {
  public static final long USER_ID = 9001;

  private final String userName;
  private final InstantSource clock;
  private final String longAgo;

  private Surroundings(String userName, InstantSource clock) {
    this.userName = userName;
    this.clock = clock;
    this.longAgo = Json.time(clock.instant().minus(Duration.ofDays(90)));
  }

  static List<Entity> all(String userName, InstantSource clock) {
    var here = new Surroundings(userName, clock);
    var entities = new ArrayList<Entity>();
    entities.add(here.user());
    entities.addAll(settings());
    entities.add(here.plugin());
    entities.addAll(paperwork());
    entities.addAll(strategyTypes());
    entities.addAll(here.alerts());
    return entities;
  }

  private Entity user() {
    return Entity.of(
        EntityType.USER,
        USER_ID,
        fields ->
            fields
                .put("name", userName)
                .put("timestamp", longAgo)
                .put("email", userName + "@example.org")
                .put("status", "Active")
                .put("professional", false)
                .put("userType", "Trader"));
  }

  private static List<Entity> settings() {
    return List.of(
        property(21, "darkTheme", "Boolean", "false"),
        property(22, "defaultQuantity", "Integer", "1"),
        property(23, "chartStyle", "Enum", "Candles")
            .with(fields -> fields.put("enumOptions", "Bars,Candles,Line")),
        property(24, "layout", "String", ""),
        setting(31, 21, "true"),
        setting(32, 22, "2"));
  }

  private static Entity property(long id, String name, String type, String standard) {
    return Entity.of(
        EntityType.PROPERTY,
        id,
        fields -> fields.put("name", name).put("propertyType", type).put("defaultValue", standard));
  }

  private static Entity setting(long id, long property, String value) {
    return Entity.of(
        EntityType.USER_PROPERTY,
        id,
        fields -> fields.put("userId", USER_ID).put("propertyId", property).put("value", value));
  }

  private Entity plugin() {
    var start = TradeDates.at(clock.instant().minus(Duration.ofDays(20)));
    return Entity.of(
        EntityType.USER_PLUGIN,
        41,
        fields -> {
          fields.put("userId", USER_ID).put("timestamp", longAgo).put("planPrice", 25);
          fields.put("pluginName", "api").put("approval", true).put("paidAmount", 25);
          fields.set("startDate", TradeDates.json(start));
          fields.set("expirationDate", TradeDates.json(start.plusDays(30)));
          fields.put("autorenewal", true);
        });
  }

  private static List<Entity> paperwork() {
    return List.of(
        Entity.of(
            EntityType.ANNUAL_REVIEW,
            51,
            fields ->
                fields
                    .put("userId", USER_ID)
                    .put("riskDisclosureNeeded", false)
                    .put("identityCheckResult", "Pass")
                    .put("archived", false)
                    .put("status", "Processed")),
        Entity.of(
            EntityType.USER_READ_STATUS, USER_ID, fields -> fields.put("newsStoryId", 7_700_123)),
        Entity.of(
            EntityType.USER_PROMO_CODE,
            61,
            fields -> fields.put("userId", USER_ID).put("promoCodeId", 12).put("source", "Input")));
  }

  private static List<Entity> strategyTypes() {
    return List.of(strategyType(1, "Multibracket", true), strategyType(2, "Bracket", true));
  }

  private static Entity strategyType(long id, String name, boolean enabled) {
    return Entity.of(
        EntityType.ORDER_STRATEGY_TYPE,
        id,
        fields -> fields.put("name", name).put("enabled", enabled));
  }

  private List<Entity> alerts() {
    return List.of(
        Entity.of(
            EntityType.ADMIN_ALERT,
            Alerts.AUTO_LIQ,
            fields -> fields.put("name", "AutoLiq").put("timestamp", longAgo)),
        Entity.of(
            EntityType.ADMIN_ALERT,
            Alerts.MARGIN,
            fields -> fields.put("name", "MarginCall").put("timestamp", longAgo)));
  }
}
