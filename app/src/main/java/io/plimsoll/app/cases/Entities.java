package io.plimsoll.app.cases;

import io.plimsoll.config.cases.WorkedCase;
import io.plimsoll.engine.risk.SessionClock;
import io.plimsoll.engine.tradovate.entity.EntityType;
import java.math.BigDecimal;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The entities of an account of a case, as the vendor writes them. */
final class Entities {
  private static final JsonNodeFactory NODES = JsonMapper.shared().getNodeFactory();

  /** Ids of one type need only differ from each other. */
  private static final long POSITIONS = 100;

  private Entities() {}

  static ObjectNode account() {
    return NODES
        .objectNode()
        .put("id", WorkedCase.ACCOUNT)
        .put("name", "CASE-" + WorkedCase.ACCOUNT)
        .put("active", true);
  }

  /** Without an admin action there is neither it nor its time. */
  static ObjectNode status(CaseAccount account) {
    var status = NODES.objectNode().put("id", WorkedCase.ACCOUNT);
    var since = account.adminAt;
    return since == null
        ? status
        : status.put("adminAction", account.admin.name()).put("adminTimestamp", since.toString());
  }

  static ObjectNode margin(BigDecimal used) {
    return NODES.objectNode().put("id", WorkedCase.ACCOUNT).put("totalUsedMargin", used);
  }

  /** The contract and the chain to its product. */
  static void reference(Holding holding, Props to) {
    long id = holding.contractId();
    to.put(
            EntityType.PRODUCT,
            NODES
                .objectNode()
                .put("id", id)
                .put("name", holding.product())
                .put("productType", "Futures")
                .put("valuePerPoint", holding.valuePerPoint()))
        .put(EntityType.CONTRACT_MATURITY, NODES.objectNode().put("id", id).put("productId", id))
        .put(
            EntityType.CONTRACT,
            NODES
                .objectNode()
                .put("id", id)
                .put("name", holding.contract())
                .put("contractMaturityId", id));
  }

  static ObjectNode position(Holding holding, Instant now) {
    var row =
        NODES
            .objectNode()
            .put("id", POSITIONS + holding.contractId())
            .put("accountId", WorkedCase.ACCOUNT)
            .put("contractId", holding.contractId())
            .put("timestamp", now.toString())
            .put("netPos", holding.net());
    row.set("tradeDate", Cash.date(SessionClock.CME.sessionDate(now)));
    return holding.isFlat() ? row : row.put("netPrice", holding.open());
  }

  /** Of a last trade. */
  static ObjectNode quote(Holding holding, Instant now) {
    var quote =
        NODES.objectNode().put("timestamp", now.toString()).put("contractId", holding.contractId());
    quote.putObject("entries").putObject("Trade").put("price", holding.price()).put("size", 1);
    return quote;
  }
}
