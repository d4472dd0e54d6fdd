package io.plimsoll.simulator.ledger;

import io.plimsoll.simulator.market.Instrument;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The entities that are there before any account: the user, currency, exchange, products and
 * contracts.
 */
public final class Reference {
  public static final long USER_ID = 9001;

  private Reference() {}

  public static List<Entity> all(String userName, InstantSource clock) {
    var longAgo = Json.time(clock.instant().minus(Duration.ofDays(90)));
    var entities = new ArrayList<Entity>();
    entities.add(
        Entity.of(
            EntityType.USER,
            USER_ID,
            fields ->
                fields
                    .put("name", userName)
                    .put("timestamp", longAgo)
                    .put("email", userName + "@example.org")
                    .put("status", "Active")
                    .put("professional", false)
                    .put("userType", "Trader")));
    entities.add(
        Entity.of(EntityType.CURRENCY, 1, fields -> fields.put("name", "USD").put("symbol", "$")));
    entities.add(
        Entity.of(
            EntityType.CURRENCY_RATE,
            1,
            fields -> fields.put("timestamp", longAgo).put("rate", 1)));
    entities.add(
        Entity.of(
            EntityType.EXCHANGE, 1, fields -> fields.put("name", "CME").put("micCode", "XCME")));
    entities.add(
        Entity.of(EntityType.CONTRACT_GROUP, 6, fields -> fields.put("name", "Index Futures")));
    Instrument.ALL.forEach(each -> {
      entities.add(product(each));
      entities.add(
          Entity.of(
              EntityType.CONTRACT_MATURITY,
              each.maturityId(),
              fields ->
                  fields
                      .put("productId", each.productId())
                      .put("expirationMonth", 202612)
                      .put("expirationDate", "2026-12-18T14:30:00.000Z")
                      .put("isFront", true)));
      entities.add(
          Entity.of(
              EntityType.CONTRACT,
              each.contractId(),
              fields ->
                  fields
                      .put("name", each.symbol())
                      .put("contractMaturityId", each.maturityId())
                      .put("timestamp", longAgo)));
    });
    return entities;
  }

  private static Entity product(Instrument each) {
    return Entity.of(
        EntityType.PRODUCT,
        each.productId(),
        fields ->
            fields
                .put("name", each.product())
                .put("currencyId", 1)
                .put("productType", "Futures")
                .put("description", each.product() + " future")
                .put("exchangeId", 1)
                .put("contractGroupId", 6)
                .put("status", "ReadyToTrade")
                .put("months", "HMUZ")
                .put("valuePerPoint", each.valuePerPoint())
                .put("priceFormatType", "Decimal")
                .put("priceFormat", -2)
                .put("tickSize", each.tickSize()));
  }
}
