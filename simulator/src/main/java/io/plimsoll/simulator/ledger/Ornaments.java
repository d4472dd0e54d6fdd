package io.plimsoll.simulator.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/**
 * Fields that a client can do without: optional ones that the simulator does not keep, and some
 * that no document has. An entity has the same ones each time; the seed decides which.
 */
final class Ornaments {
  private static final Map<String, List<Map.Entry<String, JsonNode>>> OPTIONAL =
      Map.ofEntries(
          type("account", "{'readonly':false,'futuresDisabled':false,'swapEnabled':false}"),
          type("accountRiskStatus", "{'userTriggeredLiqOnly':false,'autoLiqCounter':0}"),
          type("marginSnapshot", "{'openCollateralReq':0}"),
          type("position", "{'settlementStatus':'PendingSettlement'}"),
          type("orderVersion", "{'text':'by the simulator'}"),
          type("command", "{'clOrdId':'sim','senderId':9001,'isAutomated':false}"),
          type("commandReport", "{'text':'accepted'}"),
          type("executionReport", "{'exchangeOrderId':'X-1','execRefId':'R-1','text':''}"),
          type("fillFee", "{'exchangeFee':0,'exchangeCurrencyId':1,'nfaFee':0,'nfaCurrencyId':1}"),
          type("contractMaturity", "{'firstIntentDate':'2026-12-18T14:30:00.000Z'}"),
          type("product", "{'isSecured':false,'postTradeCategoryId':3}"),
          type("user", "{'organizationId':17,'introducingPartnerId':4}"),
          type("annualReview", "{'firstEmail':'once@example.org'}"),
          type("userPlugin", "{'planCategories':'api','rebate':0}"));

  private static final int UNKNOWN_ONE_IN = 6;

  private final Contents contents;
  private final long seed;

  Ornaments(Contents contents, long seed) {
    this.contents = contents;
    this.seed = seed;
  }

  Entity onto(Entity entity) {
    if (!contents.optional() && !contents.unknown()) {
      return entity;
    }
    var added = chosen(entity);
    return added.isEmpty()
        ? entity
        : entity.with(fields -> added.forEach((name, value) -> fields.putIfAbsent(name, value)));
  }

  private Map<String, JsonNode> chosen(Entity entity) {
    var random = new SplittableRandom(Objects.hash(seed, entity.type().name(), entity.id()));
    var added = new LinkedHashMap<String, JsonNode>();
    if (contents.optional()) {
      OPTIONAL.getOrDefault(entity.type().name(), List.of()).stream()
          .filter(any -> random.nextBoolean())
          .forEach(field -> added.put(field.getKey(), field.getValue()));
    }
    if (contents.unknown() && random.nextInt(UNKNOWN_ONE_IN) == 0) {
      added.put("sourceNode", Json.MAPPER.valueToTree(random.nextInt(16)));
      added.put("labels", Json.MAPPER.readTree("[\"new\",{\"since\":2026}]"));
    }
    return added;
  }

  private static Map.Entry<String, List<Map.Entry<String, JsonNode>>> type(
      String name, String fields) {
    return Map.entry(
        name, List.copyOf(Json.MAPPER.readTree(fields.replace('\'', '"')).properties()));
  }
}
