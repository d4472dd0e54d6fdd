package io.plimsoll.simulator.control;

import io.plimsoll.simulator.ledger.EntityType;
import io.plimsoll.simulator.ledger.Floor;
import io.plimsoll.simulator.ledger.Json;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * The broker's own figures of an account at this moment. {@code netPos} is by symbol, without the
 * flat ones.
 */
public record AccountView(
    long id,
    String name,
    BigDecimal equity,
    BigDecimal balance,
    BigDecimal openPnL,
    BigDecimal maxNetLiq,
    Map<String, Integer> netPos,
    int workingOrders,
    Optional<String> adminAction) {

  /** To be called in turn on the floor. */
  static AccountView of(Floor floor, long id) {
    var books = floor.books();
    var account =
        books
            .find(EntityType.ACCOUNT, id)
            .orElseThrow(
                () -> new IllegalArgumentException("Account %d is not known.".formatted(id)));
    var status = books.find(EntityType.ACCOUNT_RISK_STATUS, id);
    var netPos = new TreeMap<String, Integer>();
    books
        .positions(id)
        .filter(row -> row.whole("netPos") != 0)
        .forEach(row -> {
          var contract = row.whole("contractId");
          netPos.put(
              floor
                  .market()
                  .instrument(contract)
                  .map(traded -> traded.symbol())
                  .orElse("contract " + contract),
              row.count("netPos"));
        });
    return new AccountView(
        id,
        account.text("name").orElse(""),
        floor.valuation().equity(id),
        floor.valuation().balance(id),
        floor.valuation().openPnL(id),
        status.map(each -> each.amount("maxNetLiq")).orElse(BigDecimal.ZERO),
        netPos,
        floor.orders().working(id).size(),
        status.flatMap(each -> each.text("adminAction")));
  }

  ObjectNode json() {
    var json =
        Json.object().put("id", id).put("name", name).put("equity", equity).put("balance", balance);
    json.put("openPnL", openPnL)
        .put("maxNetLiq", maxNetLiq)
        .set("netPos", Json.MAPPER.valueToTree(netPos));
    return json.put("workingOrders", workingOrders).put("adminAction", adminAction.orElse(null));
  }
}
