package io.plimsoll.simulator.ledger;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The paper trail of an order: commands, versions, reports, statuses and fills, in the vendor's
 * shapes.
 */
final class Paper {
  /** Statuses in which an order may still trade. */
  static final List<String> ALIVE =
      List.of("PendingNew", "Working", "PendingReplace", "PendingCancel", "Suspended");

  private final Books books;
  private final Journal journal;
  private final Ids ids;
  private final InstantSource clock;

  Paper(Books books, Journal journal, Ids ids, InstantSource clock) {
    this.books = books;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  /** Everything up to a working order. The version has the id of its command. */
  Entity accept(Ticket ticket, long contract) {
    var order =
        Entity.of(
            EntityType.ORDER,
            ids.next(),
            fields ->
                fields
                    .put("accountId", ticket.accountId())
                    .put("contractId", contract)
                    .put("timestamp", now())
                    .put("action", ticket.side().name())
                    .put("ordStatus", "PendingNew")
                    .put("executionProviderId", 4)
                    .put("admin", ticket.admin()));
    journal.create(order);
    var command = command(order, "New", ticket.customTag());
    journal.create(
        Entity.of(
            EntityType.ORDER_VERSION,
            command.id(),
            fields -> {
              fields
                  .put("orderId", order.id())
                  .put("orderQty", ticket.qty())
                  .put("orderType", ticket.orderType());
              var price = ticket.price();
              if (price != null) {
                fields.put(ticket.orderType().equals("Stop") ? "stopPrice" : "price", price);
              }
              fields.put("timeInForce", "Day");
            }));
    journal.nextStage();
    report(order, command, "New", "Working");
    return status(order, "Working");
  }

  /** The cancel command and everything that follows from it. */
  long cancel(Entity order) {
    var command = command(order, "Cancel", null);
    journal.nextStage();
    report(order, command, "Canceled", "Canceled");
    status(order, "Canceled");
    return command.id();
  }

  /** A fill of the whole order; answers the fill's id. */
  long fill(Entity order, int qty, BigDecimal price) {
    journal.nextStage();
    var filled = status(order, "Filled");
    var command =
        books.of(order.whole("accountId"), EntityType.COMMAND).stream()
            .filter(each -> each.whole("orderId") == order.id())
            .findFirst()
            .orElseThrow();
    execution(
        filled,
        command,
        "Trade",
        "Filled",
        fields ->
            fields.put("cumQty", qty).put("avgPx", price).put("lastQty", qty).put("lastPx", price));
    var fill =
        Entity.of(
            EntityType.FILL,
            ids.next(),
            fields -> {
              fields
                  .put("orderId", order.id())
                  .put("contractId", order.whole("contractId"))
                  .put("timestamp", now());
              fields.set("tradeDate", TradeDates.json(TradeDates.at(clock.instant())));
              fields
                  .put("action", order.fields().path("action").stringValue())
                  .put("qty", qty)
                  .put("price", price);
              fields.put("active", true).put("finallyPaired", 0);
            });
    journal.create(fill);
    return fill.id();
  }

  Entity version(Entity order) {
    return books.of(order.whole("accountId"), EntityType.ORDER_VERSION).stream()
        .filter(each -> each.whole("orderId") == order.id())
        .findFirst()
        .orElseGet(() ->
            Entity.of(
                EntityType.ORDER_VERSION,
                0,
                fields -> fields.put("orderQty", 0).put("orderType", "Market")));
  }

  private Entity command(Entity order, String type, @Nullable String tag) {
    var command =
        Entity.of(
            EntityType.COMMAND,
            ids.next(),
            fields -> {
              fields
                  .put("orderId", order.id())
                  .put("timestamp", now())
                  .put("commandType", type)
                  .put("commandStatus", "Pending");
              if (tag != null) {
                fields.put("customTag50", tag);
              }
            });
    journal.create(command);
    return command;
  }

  private void report(Entity order, Entity command, String execType, String ordStatus) {
    journal.update(command.with(fields -> fields.put("commandStatus", "AtExecution")));
    journal.create(
        Entity.of(
            EntityType.COMMAND_REPORT,
            ids.next(),
            fields ->
                fields
                    .put("commandId", command.id())
                    .put("timestamp", now())
                    .put("commandStatus", "AtExecution")
                    .put("ordStatus", ordStatus)));
    execution(order, command, execType, ordStatus, fields -> {});
  }

  private void execution(
      Entity order,
      Entity command,
      String execType,
      String ordStatus,
      Consumer<ObjectNode> figures) {
    journal.create(
        Entity.of(
            EntityType.EXECUTION_REPORT,
            ids.next(),
            fields -> {
              fields
                  .put("commandId", command.id())
                  .put("name", "X" + command.id())
                  .put("accountId", order.whole("accountId"));
              fields.put("contractId", order.whole("contractId")).put("timestamp", now());
              fields.set("tradeDate", TradeDates.json(TradeDates.at(clock.instant())));
              fields
                  .put("orderId", order.id())
                  .put("execType", execType)
                  .put("ordStatus", ordStatus);
              fields.put("action", order.fields().path("action").stringValue());
              figures.accept(fields);
            }));
  }

  private Entity status(Entity order, String status) {
    var next = order.with(fields -> fields.put("ordStatus", status).put("timestamp", now()));
    journal.update(next);
    return next;
  }

  private String now() {
    return Json.time(clock.instant());
  }
}
