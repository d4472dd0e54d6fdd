package io.plimsoll.engine.shard;

import io.plimsoll.simulator.control.Control;
import io.plimsoll.simulator.ledger.Change;
import io.plimsoll.simulator.market.Instrument;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the broker of the rig sends on its own. */
final class RigFrames {
  private final Control control;
  private final InstantSource clock;

  RigFrames(Control control, InstantSource clock) {
    this.control = control;
    this.clock = clock;
  }

  /** The broker's cash of a new trade date of January 2026, as it comes after a reset. */
  void sendNewDay(String startOfDay, int day) {
    var amount = new BigDecimal(startOfDay);
    var fields =
        JsonMapper.shared()
            .createObjectNode()
            .put("id", 268_000_007_001L)
            .put("accountId", Rig.TRAILED)
            .put("timestamp", clock.instant().toString())
            .put("currencyId", 1)
            .put("amount", amount)
            .put("realizedPnL", 0)
            .put("amountSOD", amount);
    fields.putObject("tradeDate").put("year", 2026).put("month", 1).put("day", day);
    control.sendEntity("cashBalance", Change.Kind.Created, fields);
  }

  /** As after a reset at the broker: its own maximum says nothing any more. */
  void forgetMaxNetLiq() {
    var fields =
        JsonMapper.shared()
            .createObjectNode()
            .put("id", Rig.TRAILED)
            .put("adminAction", "Normal")
            .put("adminTimestamp", "2026-01-01T00:00:00Z");
    control.sendEntity("accountRiskStatus", Change.Kind.Updated, fields);
  }

  /** The broker knows of a price that the price socket has not told yet. */
  void tellMaximum(String amount) {
    var fields =
        JsonMapper.shared()
            .createObjectNode()
            .put("id", Rig.TRAILED)
            .put("maxNetLiq", new BigDecimal(amount));
    control.sendEntity("accountRiskStatus", Change.Kind.Updated, fields);
  }

  void sendPosition(long id, int netPos, String tradeDate) {
    control.sendEntity("position", Change.Kind.Created, position(id, netPos, tradeDate));
  }

  private ObjectNode position(long id, int netPos, String tradeDate) {
    var date = LocalDate.parse(tradeDate);
    var fields =
        JsonMapper.shared()
            .createObjectNode()
            .put("id", id)
            .put("accountId", Rig.TRAILED)
            .put("contractId", Instrument.ES.contractId())
            .put("timestamp", clock.instant().toString())
            .put("netPos", netPos)
            .put("netPrice", control.price("ESZ6"));
    fields
        .putObject("tradeDate")
        .put("year", date.getYear())
        .put("month", date.getMonthValue())
        .put("day", date.getDayOfMonth());
    return fields;
  }

  /** The cash of a new trade date, as the broker sends it on its own. */
  void sendCash(BigDecimal amount) {
    control.sendEntity("cashBalance", Change.Kind.Created, cash(amount));
  }

  /** A further answer to the sync request, as a server that splits its snapshot may send it. */
  void sendLateSnapshotPart(BigDecimal amount) {
    var part = JsonMapper.shared().createObjectNode().put("s", 200).put("i", 1);
    part.putObject("d").putArray("cashBalances").add(cash(amount));
    control.sendFrame("a[" + part + "]");
  }

  private ObjectNode cash(BigDecimal amount) {
    var row =
        JsonMapper.shared()
            .createObjectNode()
            .put("id", 999_000)
            .put("accountId", Rig.TRAILED)
            .put("timestamp", clock.instant().toString())
            .put("currencyId", 1)
            .put("amount", amount);
    row.putObject("tradeDate").put("year", 2099).put("month", 1).put("day", 1);
    return row;
  }

  /** Somebody else may trade the account. */
  void sendPermit() {
    var fields =
        JsonMapper.shared()
            .createObjectNode()
            .put("id", 1L)
            .put("userId", 2L)
            .put("accountId", Rig.TRAILED);
    control.sendEntity("tradingPermission", Change.Kind.Created, fields);
  }
}
