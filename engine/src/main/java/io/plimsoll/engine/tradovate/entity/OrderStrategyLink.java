package io.plimsoll.engine.tradovate.entity;

import org.jspecify.annotations.Nullable;

/**
 * That an order belongs to an order strategy.
 *
 * @param label the part it plays there
 */
public record OrderStrategyLink(long id, long orderStrategyId, long orderId, @Nullable String label)
    implements Detail {

  static OrderStrategyLink read(Fields fields) {
    return new OrderStrategyLink(
        fields.requiredId("id"),
        fields.requiredId("orderStrategyId"),
        fields.requiredId("orderId"),
        fields.text("label"));
  }
}
