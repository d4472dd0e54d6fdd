package io.plimsoll.simulator.ledger;

import java.time.InstantSource;

/**
 * Order strategies: a bracket that has long been done, for some of the accounts that hold anything.
 */
final class Strategies {
  private static final int ONE_IN = 3;

  private final Journal journal;
  private final Ids ids;
  private final InstantSource clock;

  Strategies(Journal journal, Ids ids, InstantSource clock) {
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  void finished(Entity order) {
    if (order.whole("accountId") % ONE_IN != 0) {
      return;
    }
    var strategy =
        Entity.of(
            EntityType.ORDER_STRATEGY,
            ids.next(),
            fields ->
                fields
                    .put("accountId", order.whole("accountId"))
                    .put("timestamp", Json.time(clock.instant()))
                    .put("contractId", order.whole("contractId"))
                    .put("orderStrategyTypeId", 2)
                    .put("action", order.text("action").orElse("Buy"))
                    .put("uuid", "strategy-" + order.id())
                    .put("status", "ExecutionFinished"));
    journal.create(strategy);
    journal.create(
        Entity.of(
            EntityType.ORDER_STRATEGY_LINK,
            ids.next(),
            fields ->
                fields
                    .put("orderStrategyId", strategy.id())
                    .put("orderId", order.id())
                    .put("label", "entry")));
  }
}
