package io.plimsoll.simulator.ledger;

import io.plimsoll.simulator.market.Instrument;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What is traded and where: currencies, exchanges, products and contracts. */
final class Reference {
  private Reference() {}

  static List<Entity> all(InstantSource clock) {
    var longAgo = Json.time(clock.instant().minus(Duration.ofDays(90)));
    var entities = new ArrayList<Entity>();
    entities.add(currency(1, "USD", "$"));
    entities.add(currency(2, "EUR", "\u20ac"));
    entities.add(rate(1, longAgo, "1"));
    entities.add(rate(2, longAgo, "1.08"));
    entities.add(exchange(1, "CME", "XCME"));
    entities.add(exchange(2, "CBOT", "XCBT"));
    entities.add(named(EntityType.CONTRACT_GROUP, 6, "Index Futures"));
    entities.add(named(EntityType.CONTRACT_GROUP, 7, "Metals Futures"));
    entities.add(
        Entity.of(
            EntityType.SPREAD_DEFINITION,
            3_445_901,
            fields ->
                fields
                    .put("timestamp", longAgo)
                    .put("spreadType", "CalendarSpread")
                    .put("uds", false)));
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

  private static Entity currency(long id, String name, String symbol) {
    return Entity.of(
        EntityType.CURRENCY, id, fields -> fields.put("name", name).put("symbol", symbol));
  }

  private static Entity rate(long id, String since, String rate) {
    return Entity.of(
        EntityType.CURRENCY_RATE,
        id,
        fields -> fields.put("timestamp", since).put("rate", new BigDecimal(rate)));
  }

  private static Entity exchange(long id, String name, String code) {
    return Entity.of(
        EntityType.EXCHANGE, id, fields -> fields.put("name", name).put("micCode", code));
  }

  private static Entity named(EntityType type, long id, String name) {
    return Entity.of(type, id, fields -> fields.put("name", name));
  }
}
