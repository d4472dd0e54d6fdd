package io.plimsoll.simulator.ledger;

import java.util.List;

/** Where orders that are done go: out of the books, with all that was written about them. */
final class Archive {
  private final Books books;
  private final Journal journal;

  Archive(Books books, Journal journal) {
    this.books = books;
    this.journal = journal;
  }

  /** Everything is told as deleted, but for the rows of the cash log. */
  void delete(long orderId) {
    books
        .find(EntityType.ORDER, orderId)
        .ifPresent(order -> {
          var account = order.whole("accountId");
          for (var command : of(account, EntityType.COMMAND, "orderId", orderId)) {
            all(of(account, EntityType.COMMAND_REPORT, "commandId", command.id()));
            all(of(account, EntityType.EXECUTION_REPORT, "commandId", command.id()));
            journal.delete(command);
          }
          all(of(account, EntityType.ORDER_VERSION, "orderId", orderId));
          for (var fill : of(account, EntityType.FILL, "orderId", orderId)) {
            all(of(account, EntityType.FILL_PAIR, "buyFillId", fill.id()));
            all(of(account, EntityType.FILL_PAIR, "sellFillId", fill.id()));
            all(of(account, EntityType.FILL_FEE, "id", fill.id()));
            of(account, EntityType.CASH_BALANCE_LOG, "fillId", fill.id()).forEach(books::remove);
            journal.delete(fill);
          }
          for (var link : of(account, EntityType.ORDER_STRATEGY_LINK, "orderId", orderId)) {
            journal.delete(link);
            books
                .find(EntityType.ORDER_STRATEGY, link.whole("orderStrategyId"))
                .ifPresent(journal::delete);
          }
          journal.delete(order);
        });
  }

  private List<Entity> of(long account, EntityType type, String field, long value) {
    return books.of(account, type).stream().filter(each -> each.whole(field) == value).toList();
  }

  private void all(List<Entity> entities) {
    entities.forEach(journal::delete);
  }
}
